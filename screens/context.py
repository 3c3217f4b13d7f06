"""What a screen is made from, besides its step."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from screens.look import Look
from screens.picking import Picking
from terminal.texts import Rendered
from terminal.values import valueclass
from terminal.wording import Text


@dataclass
class Handling:
    """What the citizen has done on the screen so far, without having answered yet. Lives as long as the scene."""

    page: int = 0
    typed: str = ""
    shift: bool = False
    cyrillic: bool = False
    covered: bool = False
    keyboard: bool = False
    problem: Text | None = None
    picking: Picking = field(default_factory=Picking)
    focus: str | None = None
    ring: bool = False

    @property
    def asked(self) -> str:
        """What live content is asked for: the day looked at, else what is typed."""
        day = self.picking.day
        return day.isoformat() if day else self.typed


@valueclass(frozen=True)
class Context:
    """`say` renders a text in the language of the moment; `content` is what a live step shows now, None before the first look."""

    look: Look
    language: str
    say: Callable[[Text], Rendered]
    handling: Handling = field(default_factory=Handling)
    content: Any = None
    back: bool = False
    elapsed_s: float = 0.0
