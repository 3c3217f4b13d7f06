"""What the start screen needs to know of a journey."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.steps import Icon, Journey
from terminal.values import valueclass
from terminal.wording import Message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot


@valueclass(frozen=True, kw_only=True)
class JourneyDefinition:
    """A journey on offer. `aside` ones are offered in the bar; `folder` holds its `<language>.ftl`, and the module `journey`, which `begin` imports."""

    id: str
    title: Message
    sublabel: Message | None = None
    icon: Icon
    begin: Callable[[Snapshot], Journey]
    folder: Path
    aside: bool = False
