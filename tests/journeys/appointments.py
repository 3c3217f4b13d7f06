"""A town with appointments, and a citizen who books one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from terminal.central.appointments.offer import Concern, Counter, Policy
from terminal.central.appointments.practice import Practice
from terminal.journeys.registry import JOURNEYS
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Journey
from terminal.texts import Texts
from terminal.wording import Text
from tests.journeys.small_book import SmallBook, ports_to
from tests.journeys.town import SNAPSHOT
from tests.terminal.stage import Stage
from tests.texts.shipped import shipped_texts

NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
"""A Tuesday, 8:00 in Brandis."""

TUESDAY_9 = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
THURSDAY_9 = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
THURSDAY_920 = THURSDAY_9 + timedelta(minutes=20)
STARTS = (TUESDAY_9, THURSDAY_9, THURSDAY_920)

_CONCERNS = (
    Concern(id="pass", name={"de": "Pass beantragen", "en": "Apply for a passport"}, minutes=20, most_persons=1,
            bring=({"de": "alten Pass", "en": "old passport"},)),
    Concern(id="umzug", name={"de": "Wohnung anmelden", "en": "Register your address"}, minutes=20, most_persons=3,
            bring=({"de": "alten Pass", "en": "old passport"}, {"de": "Bestätigung", "en": "confirmation"}),
            counters=("buero",)),
    Concern(id="bauen", name={"de": "Bauantrag", "en": "Building permit"}, minutes=20, counters=("bau",)),
)  # fmt: skip
_BUREAU = Counter(
    id="buero", office="buergerbuero", name={"de": "Schalter"}, room={"de": "Raum 0.03", "en": "Room 0.03"}
)
_BUILDING = Counter(id="bau", office="bauamt", name={"de": "Bauamt"})

TOWN = replace(
    SNAPSHOT,
    appointments=Policy(most_concerns=2, window_days=30),
    counters=(_BUREAU, _BUILDING),
    concerns=_CONCERNS,
)

BOOKING: dict[str, Any] = {
    "concern": "umzug",
    "with": "on",
    "slot": THURSDAY_9,
    "name": "Erika Muster",
    "email": "",
    "phone": "",
    "review": True,
}
"""The usual answers by the first part of a step's key."""

PRACTICE = Practice("brandis", TOWN.offices, TOWN.calendar, TOWN.concerns, TOWN.counters, TOWN.appointments)
"""The same town, as its appointment book sees it."""

TEXTS: Texts = shipped_texts()


@dataclass
class MovedClock:
    """A clock that the test moves."""

    moment: datetime = NOW

    def now(self) -> datetime:
        """See `terminal.moments.Clock`."""
        return self.moment


def book_of(*starts: datetime) -> SmallBook:
    """A book in which these are free, else the usual ones."""
    return SmallBook(starts or STARTS, NOW)


def begin(journey: str, snapshot: Snapshot = TOWN) -> Callable[[], Journey]:
    """A journey of the town."""
    return lambda: JOURNEYS[journey].begin(snapshot)


def stage_of(book: SmallBook, journey: str = "book-appointment", snapshot: Snapshot = TOWN) -> Stage:
    """A stage before the first answer."""
    return Stage(begin(journey, snapshot), reach=ports_to(book))


def play(stage: Stage, until: str, **answers: Any) -> Stage:
    """Answer as usual, or as `answers` say (by the first part of the key), until the step `until` is on the screen."""
    usual = {**BOOKING, **answers}
    for _ in range(60):
        if stage.ended or (stage.asks and stage.key == until):
            return stage
        if stage.works:
            stage.workers.finish_all()
            stage.check()
        else:
            assert not stage.in_trouble, stage.key
            first = stage.key.partition(":")[0]
            stage.answer(usual[stage.key if stage.key in usual else first])
    raise AssertionError(f"{until} never came; {stage.key} is on the screen")


def settle(stage: Stage) -> None:
    """Let all work end."""
    stage.workers.finish_all()
    stage.check()


def read(text: Text | None, language: str = "de") -> str:
    """As a citizen reads it, with ordinary spaces."""
    assert text is not None
    return TEXTS.render(text, language).text.replace("\u00a0", " ")
