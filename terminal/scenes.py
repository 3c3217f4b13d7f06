"""What a journey can have on the screen at one moment."""

from dataclasses import dataclass
from typing import Any

from .steps import Step, Work


@dataclass(frozen=True)
class StepScene:
    """A step that waits for an answer. `draft` prefills it: an earlier answer, or what was half typed."""

    serial: int
    step: Step[Any]
    draft: Any
    back: bool


@dataclass(frozen=True)
class WorkScene:
    """Work in progress since `since_s` (loop time). `back` is False while a FINAL effect runs."""

    serial: int
    step: Work[Any]
    since_s: float
    back: bool


@dataclass(frozen=True)
class TroubleScene:
    """Work that did not happen: try again with the same key, go back, or leave. `code` is for staff."""

    serial: int
    step: Work[Any]
    code: str
    back: bool


Scene = StepScene | WorkScene | TroubleScene
