"""Boards of the slot picker: few times, many, none, a week without any, a time that has gone, an office open on Saturdays."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from screens.picking import Picking
from terminal.steps import PickSlot, SlotBoard, SlotDay, SlotTime
from terminal.wording import Words

BERLIN = ZoneInfo("Europe/Berlin")
THURSDAY = date(2026, 12, 3)
MONDAY = date(2026, 11, 30)
_FEW = ((9, 0), (9, 20), (10, 20), (11, 40), (14, 0), (14, 20), (15, 40), (16, 0), (17, 20))
_MANY = tuple((hour, minute) for hour in (8, 9, 10, 11, 13, 14, 15, 16, 17) for minute in (0, 10, 20, 30, 40, 50))
_CLOSED = Words.of(
    {"de": "Betriebsversammlung und Umzug der Verwaltung (Beispiel)", "en": "Staff meeting and removal (example)"}
)


def slot(day: date, hour: int, minute: int) -> SlotTime:
    """A free time of the town's clock."""
    start = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN)
    return SlotTime(start.astimezone(UTC), day, time(hour, minute))


CHOSEN = slot(THURSDAY, 10, 20).start
GONE = slot(THURSDAY, 10, 40).start


def _days(*, saturday: bool = False) -> tuple[SlotDay, ...]:
    known = {
        MONDAY: SlotDay(MONDAY),
        MONDAY + timedelta(days=1): SlotDay(MONDAY + timedelta(days=1), 4),
        MONDAY + timedelta(days=2): SlotDay(MONDAY + timedelta(days=2), 0, _CLOSED),
        THURSDAY: SlotDay(THURSDAY, 12),
    }
    ahead = [date(2026, 11, 24) + timedelta(days=n) for n in range(40)]
    open_days = [day for day in ahead if day.weekday() < (6 if saturday else 5)]
    return tuple(known.get(day, SlotDay(day, 1 if day < date(2026, 12, 7) else 0)) for day in open_days)


def board(times: tuple[tuple[int, int], ...] = _FEW, day: date = THURSDAY, *, saturday: bool = False) -> SlotBoard:
    """What is free on `day`, the earliest being on a Tuesday."""
    earliest = slot(date(2026, 11, 24), 9, 20)
    return SlotBoard(earliest, _days(saturday=saturday), day, tuple(slot(day, *at) for at in times))


def picker(shown: SlotBoard, note: Words | None = None) -> PickSlot:
    """The step, with a hint as long as it gets."""
    return PickSlot(
        key="slot",
        title=Words.of({"de": "Wann passt es Ihnen?", "en": "When does it suit you?"}),
        hint=Words.of({"de": "Personalausweis beantragen und 2 weitere · Bürgerbüro (Beispiel)",
                       "en": "Apply for an identity card and 2 more · Citizens’ office (example)"}),
        board=shown,
        note=note,
    )  # fmt: skip


def pickings() -> Iterator[tuple[str, PickSlot, Picking]]:
    """Names, steps, and how far the citizen has come."""
    lost = Words.of({"de": "Dieser Platz ist gerade vergeben worden. Bitte wählen Sie einen anderen.",
                     "en": "This time has just been taken. Please choose another one."})  # fmt: skip
    yield "new", picker(board()), Picking()
    yield "day", picker(board()), Picking(day=THURSDAY)
    yield "chosen", picker(board()), Picking(day=THURSDAY, start=CHOSEN)
    yield "lost", picker(board()), Picking(day=THURSDAY, start=GONE)
    yield "again", picker(board(), lost), Picking(day=THURSDAY)
    yield "many", picker(board(_MANY)), Picking(day=THURSDAY, start=CHOSEN)
    yield "closed", picker(board((), MONDAY + timedelta(days=2))), Picking(day=MONDAY + timedelta(days=2))
    yield "full", picker(board((), MONDAY)), Picking(day=MONDAY)
    yield "looking", picker(board()), Picking(day=MONDAY + timedelta(days=4))
    yield "week", picker(board()), Picking(week=date(2026, 12, 14))
    yield "saturday", picker(board(saturday=True)), Picking(day=THURSDAY, start=CHOSEN)
    yield "unknown", picker(SlotBoard()), Picking()
