"""The journey that books an appointment in the little world, and the steps it is made of."""

from typing import Any

from terminal.steps import (
    Ask,
    Choose,
    Done,
    Failed,
    Finish,
    Journey,
    Option,
    Review,
    ReviewRow,
    Step,
    Unknown,
    Way,
    Work,
)
from terminal.wording import Words, message
from tests.terminal.effects import Booked, Confirm, FreeSlots, Held, Hold


def work(key: str, effect: Any) -> Step[Any]:
    """A `Work` step around `effect`, whatever it answers."""
    return Work(key=key, effect=effect, title=message("t"), doing=message("d"))


def choose(key: str, values: tuple[str, ...]) -> Choose:
    """A `Choose` step over `values`."""
    options = tuple(Option(value=value, label=Words.same(value)) for value in values)
    return Choose(key=key, title=message("t"), options=options)


def ask(key: str) -> Ask:
    """An `Ask` step."""
    return Ask(key=key, title=message("t"), label=message("l"))


def failed(key: str, code: str | None = None) -> Failed:
    """A `Failed` step with one way out."""
    ways = (Way(value="leave", label=message("w")),)
    return Failed(key=key, title=message("t"), meaning=message("m"), ways=ways, code=code)


def review(*rows: tuple[str, str]) -> Review:
    """A `Review` of (key, value)s that can all be edited."""
    shown = tuple(ReviewRow(label=message(key), value=Words.same(value), edit=key) for key, value in rows)
    return Review(key="review", title=message("t"), hint=message("h"), rows=shown, commit=message("c"))


def done(key: str = "booked") -> Done:
    """A `Done` step."""
    return Done(key=key, title=message("t"))


def sampler() -> Journey:
    """Choose -> READ -> pick -> REVERSIBLE hold -> ask -> review with Edit -> FINAL confirm -> done."""
    service = yield from choose("service", ("passport", "id-card"))
    free = yield from work("slots", FreeSlots())
    slot = yield from choose("slot", free)
    held = yield from work("hold", Hold(slot))
    if not isinstance(held, Held):
        yield from failed("taken")
        return
    contact = yield from ask("contact")
    yield from review(("service", service), ("slot", slot), ("contact", contact))
    booked = yield from work("confirm", Confirm(slot, contact))
    if isinstance(booked, Booked):
        yield from done()
    elif isinstance(booked, Unknown):
        yield from failed("unconfirmed", booked.code)
    else:
        yield from failed("refused")


USUAL = {"service": "passport", "slot": "mo", "contact": "a@b.example", "review": True, "booked": Finish.MORE}
"""What a citizen in no trouble answers to the sampler."""
