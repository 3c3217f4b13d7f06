"""What tests of appointments in front of the display share: ways through the screens, and looks behind them."""

import secrets
from datetime import timedelta
from pathlib import Path

from config.loader import Loaded, load
from terminal.assembly.appointments import book_of
from terminal.central.appointments.model import Appointment, Contact, Hold, Need, Wish
from terminal.central.appointments.port import AppointmentBook
from terminal.central.offices import in_town
from terminal.moments import SystemClock
from tests.kiosk.machine import Json, Machine
from tests.kiosk.memory import hits, hits_in_files
from tests.kiosk.patience import until
from tests.kiosk.processes import residents

WHERE_THE_TITLE_IS = [(x, y) for y in range(160, 300, 4) for x in range(48, 1000, 4)]


def to_the_name(kiosk: Machine) -> None:
    """From the start screen to a chosen time."""
    kiosk.walk("option:book-appointment", "option:personalausweis", "way:on", "earliest")
    kiosk.expect(lambda screen: screen.find("field"))


def to_the_review(kiosk: Machine, name: str) -> None:
    """Give a name and nothing else; the dock would carry what it is asked, so the keyboard types."""
    kiosk.person.type(name)
    kiosk.walk("main", "skip", "skip")
    kiosk.expect(lambda screen: screen.title == "Stimmt alles?")


def appointments(kiosk: Machine) -> list[Path]:
    """The files of booked and held appointments."""
    return sorted((kiosk.places["state"] / "calendar").rglob("s-*.ics"))


def command(pid: int) -> list[bytes]:
    """Its command line; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def book_in(kiosk: Machine) -> AppointmentBook:
    """The kiosk's book, as it is reached now."""
    loaded = load(kiosk.town)
    assert isinstance(loaded, Loaded)
    book = book_of(loaded.configuration, kiosk.places["run"], SystemClock())
    assert book
    return book


def booked_elsewhere(kiosk: Machine, confirm_op: str, name: str = "Erika Muster") -> Appointment:
    """An appointment that no screen of this kiosk has made."""
    book, need, today = book_in(kiosk), Need((Wish("personalausweis"),)), in_town(SystemClock().now()).date()
    slot = book.free(need, "buergerbuero", today, today + timedelta(days=50))[-1]
    hold = book.hold(secrets.token_hex(16), need, slot)
    assert isinstance(hold, Hold)
    booked = book.confirm(confirm_op, hold, Contact(name))
    assert isinstance(booked, Appointment)
    return booked


def answer_unasked(kiosk: Machine, front: int, text: str) -> None:
    """Wait until `text` has been typed, and answer with it, asking the dock nothing meanwhile: its answer would carry it."""
    asked = kiosk.display.pixels(WHERE_THE_TITLE_IS)
    until(lambda: hits(front, [text]) or None, lambda: "the front has read it", pid=front)
    kiosk.person.key("Return")
    until(lambda: kiosk.display.pixels(WHERE_THE_TITLE_IS) != asked or None, lambda: "another question", pid=front)


def commit_and_leave(kiosk: Machine, front: int) -> None:
    """Book, and leave the result, with nothing but Enter."""

    def left() -> bool | None:
        kiosk.person.key("Return")
        status = kiosk.status()
        return bool(status and status["front"] and status["front"]["pid"] != front) or None

    until(left, lambda: "booked and left", pid=kiosk.pid)


def only_the_calendar_knows(kiosk: Machine, marker: str, after: Json) -> bool:
    """Whether `marker` is in one appointment's file, the calendar server and its caches, and nowhere else."""
    # The caches lie in the runtime directory, which is memory on a kiosk (tmpfs): they are the server's own.
    caches = kiosk.places["run"] / "calendar" / "caches"
    (file,) = [file for file in hits_in_files(kiosk.places.values(), [marker]) if caches not in file.parents]
    # The caretaker reads names to erase them in time; it may be at work just now, and ends.
    commands = {pid: command(pid) for pid in residents(kiosk.places["run"])}
    staying = [pid for pid, called in commands.items() if not {b"radicale:application", b"_tend"} & set(called)]
    assert {kiosk.pid, after["front"]["pid"], after["spare"]["pid"]} <= set(staying)
    assert {pid: commands[pid] for pid in staying if hits(pid, [marker])} == {}
    return file in appointments(kiosk)
