"""What a visit can have on the screen at one moment."""

from typing import Any

from terminal.values import valueclass

from .steps import Step, Work


@valueclass(frozen=True)
class StepScene:
    """A step that waits for an answer. `draft` prefills it: an earlier answer, or what was half typed."""

    serial: int
    step: Step[Any]
    draft: Any
    back: bool


@valueclass(frozen=True)
class WorkScene:
    """Work in progress since `since_s` (loop time). `back` is False while a FINAL effect runs."""

    serial: int
    step: Work[Any]
    since_s: float
    back: bool


@valueclass(frozen=True)
class TroubleScene:
    """Work that did not happen: try again with the same key, go back, or leave. `code` is for staff."""

    serial: int
    step: Work[Any]
    code: str
    back: bool


@valueclass(frozen=True)
class WarningScene:
    """Is the citizen still there? Covers everything; the visit ends at `ends_s` (loop time), `lasts_s` after it began."""

    serial: int
    ends_s: float
    lasts_s: float


@valueclass(frozen=True)
class ClosingScene:
    """Nothing of the visit is shown any more; the next one takes over, unless the citizen's card was `left` on the reader."""

    serial: int
    left: bool = False


JourneyScene = StepScene | WorkScene | TroubleScene
Scene = JourneyScene | WarningScene | ClosingScene
