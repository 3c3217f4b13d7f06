"""SIGKILL of the calendar server while kiosks confirm: what was acknowledged is there afterwards, and nothing twice."""

import threading
from pathlib import Path

from terminal.central.appointments.model import Appointment, Confirmed, Hold
from terminal.central.appointments.port import BookUnavailableError
from tests.contracts.appointments.servers import radicale
from tests.contracts.appointments.town import ERIKA, PASS, Desk, free, held, op


def test_nothing_acknowledged_is_lost_and_nothing_is_double(tmp_path: Path) -> None:
    server = radicale(tmp_path).start()
    try:
        desk = Desk(server.launch.account, lanes=(1,))
        slots = free(desk.kiosk(), PASS, desk.office)[:12]
        holds = {op(): held(desk.kiosk(), PASS, slot) for slot in slots}
        acknowledged: dict[str, Appointment] = {}
        some = threading.Event()

        def confirm(key: str, hold: Hold) -> None:
            try:
                appointment = desk.kiosk().confirm(key, hold, ERIKA)
            except BookUnavailableError:
                return
            assert isinstance(appointment, Appointment)
            acknowledged[key] = appointment
            if len(acknowledged) >= 4:
                some.set()

        threads = [threading.Thread(target=confirm, args=one) for one in holds.items()]
        for thread in threads:
            thread.start()
        assert some.wait(30)
        server.kill()
        for thread in threads:
            thread.join()
        server.start()
        for key, hold in holds.items():
            truth = desk.kiosk().what_happened(key)
            if key in acknowledged:
                assert truth == Confirmed(acknowledged[key])
            again = desk.kiosk().confirm(key, hold, ERIKA)
            assert not isinstance(truth, Confirmed) or again == truth.appointment
            assert isinstance(again, Appointment) and again.slot == hold.slot
        assert set(slots).isdisjoint(free(desk.kiosk(), PASS, desk.office))
    finally:
        server.kill()


def test_a_server_that_is_down_is_said_to_be_and_nothing_is_claimed(tmp_path: Path) -> None:
    server = radicale(tmp_path).start()
    desk = Desk(server.launch.account)
    server.kill()
    health = desk.kiosk().health()
    assert not health.well
    assert "127.0.0.1" not in health.cause
