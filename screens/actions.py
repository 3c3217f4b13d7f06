"""What pressing a node does: plain values, so that touch, keys, the tree and the desk all mean the same."""

from typing import Any

from screens.picking import Picking
from terminal.asides import Aside
from terminal.values import valueclass


@valueclass(frozen=True)
class Answer:
    """Answer the step on the screen."""

    value: Any


@valueclass(frozen=True)
class Submit:
    """Answer the step with what has been typed, if it can be accepted."""


@valueclass(frozen=True)
class TurnPage:
    """Show another page of the same screen."""

    page: int


@valueclass(frozen=True)
class TypeText:
    """Put text at the end of the field."""

    text: str


@valueclass(frozen=True)
class Erase:
    """Take away the last character, or everything."""

    everything: bool = False


@valueclass(frozen=True)
class Shift:
    """Capitals for the next key."""


@valueclass(frozen=True)
class ChangeAlphabet:
    """Latin or Cyrillic keys."""


@valueclass(frozen=True)
class CoverInput:
    """Show dots instead of what has been typed, or show it again."""


@valueclass(frozen=True)
class ShowKeyboard:
    """Open or close the keyboard of a search field."""

    open: bool


@valueclass(frozen=True)
class Pick:
    """Look at another week or day, or choose a time, without answering yet."""

    picking: Picking


@valueclass(frozen=True)
class OpenAside:
    """Help, languages or settings."""

    aside: Aside


@valueclass(frozen=True)
class GoBack:
    """One step back."""


@valueclass(frozen=True)
class EndVisit:
    """End the visit."""


@valueclass(frozen=True)
class StayHere:
    """I am still here."""


@valueclass(frozen=True)
class Retry:
    """Try again what did not happen."""


Action = (
    Answer
    | Submit
    | TurnPage
    | TypeText
    | Erase
    | Shift
    | ChangeAlphabet
    | CoverInput
    | ShowKeyboard
    | Pick
    | OpenAside
    | GoBack
    | EndVisit
    | StayHere
    | Retry
)
