"""Walks every path of a journey with the real runner, as a citizen could."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from terminal.steps import Choose, Journey, Option, Ports, Read, Step
from terminal.wording import Message, Text, Words
from tests.terminal.stage import Stage

Path = tuple[str, ...]


def paths(begin: Callable[[], Journey], ports: Ports, *, typed: tuple[str, ...] = ("",)) -> list[Path]:
    """All answers that lead to the end, or to a page without ways; `typed` are what stands in search fields."""
    found: list[Path] = []
    unfinished: list[Path] = [()]
    while unfinished:
        path = unfinished.pop()
        answers = choices(stage_after(begin, path), ports, typed)
        found += [] if answers else [path]
        unfinished += [(*path, answer) for answer in answers]
    return sorted(found)


def stage_after(begin: Callable[[], Journey], path: Path) -> Stage:
    """A stage on which `path` has been answered; the runner's purity check runs after every answer."""
    stage = Stage(begin)
    for answer in path:
        stage.answer(answer)
    return stage


def choices(stage: Stage, ports: Ports, typed: tuple[str, ...]) -> list[str]:
    """What can be answered to the step on the stage; nothing when the journey is over."""
    if stage.ended:
        return []
    step: Step[Any] = stage.scene.step
    if isinstance(step, Read):
        return [way.value for way in step.ways]
    assert isinstance(step, Choose)
    options = [option for words in typed for option in content(step, ports, words) if isinstance(option, Option)]
    return list(dict.fromkeys(option.value for option in options))


def content(step: Choose | Read, ports: Ports, typed: str = "") -> tuple[Any, ...]:
    """Options or blocks of the step, looked at now if they are live."""
    shown = step.options if isinstance(step, Choose) else step.blocks
    return shown if isinstance(shown, tuple) else shown.look(ports, typed)


def texts_in(value: Any) -> Iterator[Text]:
    """Every text in a step or its content."""
    if isinstance(value, Message | Words):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
