"""The step kinds that screens know how to show. Screens know these, and never a journey."""

from enum import Enum
from typing import ClassVar

from terminal.values import valueclass
from terminal.wording import Text

from .content import Block, Icon, Option, QrCode
from .live import Live
from .step import Step


@valueclass(frozen=True, kw_only=True)
class Choose(Step[str]):
    """Choose one option; answers its value. With `search` the citizen may narrow a live list by typing."""

    title: Text
    hint: Text | None = None
    options: Live[tuple[Option, ...]]
    search: Text | None = None


@valueclass(frozen=True, kw_only=True)
class Way:
    """A button below a page: where one can go on from here. `back`: it does what *Back* does, and is never an answer."""

    value: str
    label: Text
    icon: Icon | None = None
    back: bool = False


@valueclass(frozen=True, kw_only=True)
class Read(Step[str]):
    """Something to read, in as many pages as it takes; answers the way chosen.

    The first of `ways` is the main action. Without ways there is only Back and the end of the visit.
    """

    title: Text
    hint: Text | None = None
    blocks: Live[tuple[Block, ...]]
    ways: tuple[Way, ...] = ()


DIGITS = "1234567890"
"""In the order of the keys of a keypad."""


class InputKind(Enum):
    """What is typed, which decides the keyboard and what is accepted. CODE: digits on the screen, a whole code from a scanner.

    SECRET: digits that are never shown, told or kept: a PIN, CAN or PUK.
    """

    TEXT = "text"
    EMAIL = "email"
    DIGITS = "digits"
    CODE = "code"
    SECRET = "secret"  # noqa: S105 -- a kind, not one


@valueclass(frozen=True, kw_only=True)
class Ask(Step[str]):
    """Ask for one line of text; answers it without outer blanks, or "" where `skip` offers a way round.

    `longest` counts characters, and fewer than `shortest` are not accepted. `hide` offers to cover what is typed while people
    stand behind. `digits` is the order of the keys of a SECRET. `problem` says what was wrong with the last answer.
    """

    title: Text
    hint: Text | None = None
    label: Text
    input: InputKind = InputKind.TEXT
    longest: int = 80
    shortest: int = 1
    skip: Text | None = None
    hide: bool = True
    digits: str = DIGITS
    problem: Text | None = None


@valueclass(frozen=True)
class Edit:
    """Answer of `Review`: the citizen wants to change what step `key` asked."""

    key: str


@valueclass(frozen=True, kw_only=True)
class ReviewRow:
    """One answer as it will be used; `edit` is the key of the step that asked, None where it cannot change."""

    label: Text
    value: Text
    edit: str | None = None


@valueclass(frozen=True, kw_only=True)
class Review(Step[bool]):
    """Show what will happen before it does; answers True when the citizen commits. *Change* never gets here."""

    title: Text
    hint: Text
    rows: tuple[ReviewRow, ...]
    commit: Text
    note: Text | None = None


class Finish(Enum):
    """How the citizen leaves a result: the visit ends, or goes on at the start screen."""

    END = "end"
    MORE = "more"


@valueclass(frozen=True, kw_only=True)
class Done(Step[Finish]):
    """What has been achieved, in a sentence that is true; `more` is what else to take along, after the code."""

    title: Text
    figure_label: Text | None = None
    figure: Text | None = None
    lines: tuple[Text, ...] = ()
    qr: QrCode | None = None
    more: Live[tuple[Block, ...]] = ()


@valueclass(frozen=True, kw_only=True)
class Failed(Step[str]):
    """What does not work, what that means for the citizen, and ways that work now; answers the way chosen.

    The first of `ways` is the main action (usually to try again). `code` is what staff ask for.
    """

    landing: ClassVar[bool] = False
    title: Text
    meaning: Text
    comfort: Text | None = None
    icon: Icon = "alert-triangle"
    ways: tuple[Way, ...]
    code: str | None = None
