"""What pressing a node does: plain values, so that touch, keys, the tree and the desk all mean the same."""

from dataclasses import dataclass
from typing import Any

from screens.picking import Picking
from terminal.asides import Aside


@dataclass(frozen=True)
class Answer:
    """Answer the step on the screen."""

    value: Any


@dataclass(frozen=True)
class Submit:
    """Answer the step with what has been typed, if it can be accepted."""


@dataclass(frozen=True)
class TurnPage:
    """Show another page of the same screen."""

    page: int


@dataclass(frozen=True)
class TypeText:
    """Put text at the end of the field."""

    text: str


@dataclass(frozen=True)
class Erase:
    """Take away the last character, or everything."""

    everything: bool = False


@dataclass(frozen=True)
class Shift:
    """Capitals for the next key."""


@dataclass(frozen=True)
class ChangeAlphabet:
    """Latin or Cyrillic keys."""


@dataclass(frozen=True)
class CoverInput:
    """Show dots instead of what has been typed, or show it again."""


@dataclass(frozen=True)
class ShowKeyboard:
    """Open or close the keyboard of a search field."""

    open: bool


@dataclass(frozen=True)
class Pick:
    """Look at another week or day, or choose a time, without answering yet."""

    picking: Picking


@dataclass(frozen=True)
class OpenAside:
    """Help, languages or settings."""

    aside: Aside


@dataclass(frozen=True)
class GoBack:
    """One step back."""


@dataclass(frozen=True)
class EndVisit:
    """End the visit."""


@dataclass(frozen=True)
class StayHere:
    """I am still here."""


@dataclass(frozen=True)
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
