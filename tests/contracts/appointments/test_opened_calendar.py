"""The kiosk's own calendar, opened for the town's network: a second kiosk and the staff's calendar programs use it."""

import socket
import ssl
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
import requests
import trustme

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.embedded import free_port
from terminal.central.appointments.model import Appointment, Hold, Need
from terminal.central.appointments.opened import Opening, open_to_network
from terminal.central.appointments.port import BookUnavailableError
from tests.contracts.appointments.servers import Running, radicale
from tests.contracts.appointments.test_contention import (
    all_at_once,
    insist,
    keep,
    lanes_are_never_shared,
    overlaps,
    take,
)
from tests.contracts.appointments.town import ERIKA, LICENCE, MOVE, PASS, TODAY, Desk, at, free

PASSWORD = "correct horse battery staple"
_DAV = {"d": "DAV:", "c": "urn:ietf:params:xml:ns:caldav"}


@dataclass
class TownHall:
    """Two accounts for the same calendars: the kiosk's own on the loopback, and that of the network."""

    own: Account
    network: Account


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TownHall]:
    directory = tmp_path_factory.mktemp("hall")
    authority, address = trustme.CA(), f"127.0.0.1:{free_port()}"
    issued = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(str(directory / "authority"))
    issued.cert_chain_pems[0].write_to_path(str(directory / "certificate"))
    issued.private_key_pem.write_to_path(str(directory / "key"))
    own = radicale(directory).start()
    opening = Opening(address, str(directory / "certificate"), str(directory / "key"))
    launch = open_to_network(directory / "state", directory / "run", opening, PASSWORD)
    launch = replace(launch, account=replace(launch.account, certificate=str(directory / "authority")))
    door = Running(launch).start()
    yield TownHall(own.launch.account, launch.account)
    door.kill()
    own.kill()


@pytest.fixture
def desk(hall: TownHall) -> Desk:
    return Desk(hall.own)


def test_what_one_kiosk_has_booked_the_other_finds_by_its_code(hall: TownHall, desk: Desk) -> None:
    here, there = desk.kiosk(), desk.kiosk(hall.network)
    hold = here.hold("aa" * 16, PASS, here.free(PASS, desk.office, TODAY, TODAY)[0])
    assert isinstance(hold, Hold)
    booked = here.confirm("bb" * 16, hold, ERIKA)
    assert isinstance(booked, Appointment)
    assert there.find(booked.code) == booked


def test_two_kiosks_that_want_the_last_time_get_it_once(hall: TownHall) -> None:
    desk = Desk(hall.own, lanes=(1,))
    kiosks = [desk.kiosk(), desk.kiosk(hall.network)] * 4
    slot = kiosks[0].free(PASS, desk.office, TODAY, TODAY)[0]
    with ThreadPoolExecutor(len(kiosks)) as pool:
        came = list(pool.map(lambda one: one[1].hold(f"{one[0]:032x}", PASS, slot), enumerate(kiosks)))
    assert sum(isinstance(result, Hold) for result in came) == 1


def test_two_concerns_three_counters_and_a_blocked_time_booked_by_two_kiosks_at_once(hall: TownHall) -> None:
    desk = Desk(hall.own, lanes=(1, 1, 1))
    desk.kiosk().open_calendars(TODAY)
    lines = ("DTSTART;TZID=Europe/Berlin:20261123T093000", "DTEND;TZID=Europe/Berlin:20261123T101500")
    desk.write([*lines, "LOCATION:c1"])
    booked: list[Appointment] = []

    def citizens(account: Account, needs: tuple[Need, ...]) -> None:
        book = desk.kiosk(account)
        for need in needs:
            hold = take(book, need, insist(partial(free, book, need, desk.office))[0])
            if isinstance(hold, Hold):
                booked.append(keep(book, hold))

    kiosks = [(hall.own, (MOVE, LICENCE) * 4), (hall.network, (LICENCE, MOVE) * 4)]
    all_at_once([partial(citizens, *kiosk) for kiosk in kiosks])
    assert len(booked) >= 8
    assert lanes_are_never_shared(booked)
    assert {one.counter for one in booked if one.need == LICENCE} == {"c2"}
    assert not any(overlaps(one, at(9, 30), at(10, 15), ("c1",)) for one in booked)


def test_the_wrong_password_opens_nothing(hall: TownHall, desk: Desk) -> None:
    stranger = desk.kiosk(replace(hall.network, password="correct horse battery stable"))
    with pytest.raises(BookUnavailableError, match="not let in"):
        stranger.free(PASS, desk.office, TODAY, TODAY)


def test_the_password_of_the_loopback_is_none_for_the_network(hall: TownHall, desk: Desk) -> None:
    with pytest.raises(BookUnavailableError, match="not let in"):
        desk.kiosk(replace(hall.network, password=hall.own.password)).free(PASS, desk.office, TODAY, TODAY)


def test_a_server_that_no_known_authority_vouches_for_is_not_told_the_password(hall: TownHall, desk: Desk) -> None:
    with pytest.raises(BookUnavailableError, match="SSLError"):
        desk.kiosk(replace(hall.network, certificate=None)).free(PASS, desk.office, TODAY, TODAY)


def test_a_server_whose_certificate_has_expired_is_not_told_the_password(tmp_path: Path, desk: Desk) -> None:
    authority, heard = trustme.CA(), list[bytes]()
    authority.cert_pem.write_to_path(str(tmp_path / "authority"))
    expired = authority.issue_cert("127.0.0.1", not_before=datetime(2025, 1, 1), not_after=datetime(2025, 2, 1))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    expired.configure_cert(context)

    def serve(door: socket.socket) -> None:
        line, _ = door.accept()
        with suppress(ssl.SSLError, OSError), line, context.wrap_socket(line, server_side=True) as opened:
            heard.append(opened.recv(4096))

    with socket.create_server(("127.0.0.1", 0)) as door:
        server = threading.Thread(target=serve, args=(door,))
        server.start()
        url = f"https://127.0.0.1:{door.getsockname()[1]}/"
        with pytest.raises(BookUnavailableError, match="SSLError"):
            desk.kiosk(Account(url, "kiosk", PASSWORD, str(tmp_path / "authority"))).free(
                PASS, desk.office, TODAY, TODAY
            )
        server.join(20)
    assert b"".join(heard) == b""


def test_without_tls_nobody_is_spoken_to(hall: TownHall) -> None:
    with pytest.raises(requests.ConnectionError):
        requests.get(hall.network.url.replace("https", "http"), timeout=10)


def test_a_calendar_program_finds_all_calendars_from_the_address_alone(hall: TownHall, desk: Desk) -> None:
    """As Thunderbird does (RFC 6764, section 6; RFC 4791, 6.2.1)."""
    kiosk = desk.kiosk()
    assert isinstance(kiosk.hold("cc" * 16, PASS, kiosk.free(PASS, desk.office, TODAY, TODAY)[0]), Hold)
    staff = Program(hall.network)
    principal = staff.find("/", "<d:current-user-principal/>", ".//d:current-user-principal/d:href")[0]
    home = staff.find(principal, "<c:calendar-home-set/>", ".//c:calendar-home-set/d:href")[0]
    names = staff.find(home, "<d:displayname/>", ".//d:displayname", depth=1)
    assert {"Bürgerbüro: Sperrzeiten", "Bürgerbüro 2026-11"} <= set(names)


class Program:
    """A calendar program of staff."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.auth, self._session.verify = (account.user, account.password), account.certificate

    def find(self, path: str, wanted: str, place: str, depth: int = 0) -> list[str]:
        """The texts at `place` in the answer to a PROPFIND for the property `wanted`."""
        spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _DAV.items())
        body = f"<d:propfind {spaces}><d:prop>{wanted}</d:prop></d:propfind>"
        url = self._account.url.split("/terminal/")[0] + path
        answer = self._session.request("PROPFIND", url, data=body, headers={"Depth": str(depth)}, timeout=10)
        found = ElementTree.fromstring(answer.content).findall(place, _DAV)  # noqa: S314 - our own server
        return [element.text for element in found if element.text]
