"""Whoever looks for a free time learns nothing of those who have taken the others."""

import pickle
import re
from collections.abc import Iterator
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.caldav.shelf import CalDavShelf
from terminal.central.appointments.entry import Days
from terminal.central.appointments.in_memory import InMemoryShelf
from tests.contracts.appointments.faulty import faulty
from tests.contracts.appointments.servers import Running
from tests.contracts.appointments.town import ERIKA, PASS, Desk, at, booked, free, held

CALDAV = "{urn:ietf:params:xml:ns:caldav}"
PERSONAL = re.compile(rb"Erika|erika|23125|Besprechung", re.IGNORECASE)


def days_of(desk: Desk) -> Days:
    shelf = desk.kept if isinstance(desk.kept, InMemoryShelf) else CalDavShelf(desk.kept, desk.practice(), desk.clock)
    shelf.begin()
    return shelf.between(desk.office, at(1), at(23))


def test_what_is_kept_of_others_is_when_and_where_and_never_who(desk: Desk) -> None:
    slots = free(desk.kiosk(), PASS, desk.office)
    booked(desk.kiosk(), PASS, slots[0], ERIKA)
    desk.block(at(11), at(12))
    days = days_of(desk)
    assert [entry.start for entry in days.listed] == [slots[0].start]
    assert len(days.blockers) == 1
    assert not PERSONAL.search(pickle.dumps(days))


@pytest.mark.parametrize("staff", ["a blocked time", "a series"])
def test_a_server_that_knows_how_to_send_little_sends_no_contact_and_what_is_free_stays_the_same(
    servers: dict[str, Running], staff: str
) -> None:
    served = Desk(servers["radicale"].launch.account)
    assert isinstance(served.kept, Account)
    slots = free(served.kiosk(), PASS, served.office)
    booked(served.kiosk(), PASS, slots[0], ERIKA)
    held(served.kiosk(), PASS, slots[1])
    zone = "DTSTART;TZID=Europe/Berlin:20261102T110000", "DTEND;TZID=Europe/Berlin:20261102T120000"
    series = [*zone, "RRULE:FREQ=WEEKLY", "DESCRIPTION:Erika Mustermann kommt"]
    served.write(series if staff == "a series" else ["DTSTART:20261123T100000Z", "DTEND:20261123T110000Z"])
    arrived: list[bytes] = []
    with faulty(served.kept) as (line, account):

        def as_asked_and_seen(asked: bytes, answer: bytes) -> bytes:
            arrived.append(as_asked(asked, answer))
            return arrived[-1]

        line.change = as_asked_and_seen
        through = free(served.kiosk(account), PASS, served.office, last=served.clock.now().date() + timedelta(days=30))
    direct = free(served.kiosk(), PASS, served.office, last=served.clock.now().date() + timedelta(days=30))
    assert through == direct
    assert any(b"X-BUERGERTERMINAL-STATE:booked" in answer for answer in arrived)
    assert not any(PERSONAL.search(answer) for answer in arrived)


def as_asked(asked: bytes, answer: bytes) -> bytes:
    """What a server sends that knows partial retrieval (RFC 4791, section 9.6)."""
    wanted = (
        ElementTree.fromstring(asked).find(  # noqa: S314 - our own
            f".//{CALDAV}calendar-data/{CALDAV}comp"
        )
        if asked
        else None
    )
    if wanted is None or b"multistatus" not in answer:
        return answer
    lists = ElementTree.fromstring(answer)  # noqa: S314 - our own server
    for data in lists.iter(f"{CALDAV}calendar-data"):
        lines = re.sub(r"\r?\n[ \t]", "", data.text or "").splitlines()
        data.text = "\r\n".join([*parts(lines, wanted), ""])
    return ElementTree.tostring(lists)


def parts(lines: list[str], wanted: ElementTree.Element) -> Iterator[str]:
    """The components and properties that `wanted` names; what it names with `allcomp`, whole."""
    inside: list[ElementTree.Element | None] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(within(inside[-1], value) if inside else wanted)
        here = inside[-1]
        own = re.split("[;:]", line)[0]
        if here is not None and (name in ("BEGIN", "END") or asks(here, own)):
            yield line
        if name == "END":
            inside.pop()


def within(outer: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    if outer is None or outer.find(f"{CALDAV}allcomp") is not None:
        return outer
    return outer.find(f"{CALDAV}comp[@name='{name}']")


def asks(component: ElementTree.Element, name: str) -> bool:
    named = component.find(f"{CALDAV}prop[@name='{name}']")
    return named is not None or component.find(f"{CALDAV}allprop") is not None
