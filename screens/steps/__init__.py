"""One layout a kind of step. Whoever adds a kind of step adds it here, and every journey can use it."""

from collections.abc import Callable, Mapping
from typing import Any

from screens.context import Context
from screens.frame import Layout
from screens.steps.adjust import adjust
from screens.steps.ask import ask
from screens.steps.choose import choose
from screens.steps.done import done
from screens.steps.failed import failed
from screens.steps.out_of_order import out_of_order
from screens.steps.pick_slot import pick_slot
from screens.steps.read import read
from screens.steps.review import review
from screens.steps.start import start
from terminal.steps import Adjust, Ask, Choose, Done, Failed, OutOfOrder, PickSlot, Read, Review, Start, Step

LAYOUTS: Mapping[type[Step[Any]], Callable[[Any, Context], Layout]] = {
    Adjust: adjust,
    Ask: ask,
    Choose: choose,
    Done: done,
    Failed: failed,
    OutOfOrder: out_of_order,
    PickSlot: pick_slot,
    Read: read,
    Review: review,
    Start: start,
}
