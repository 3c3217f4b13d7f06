"""FINAL work is remembered before it begins and until a screen has shown its result."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest

from terminal.asides import Aside
from terminal.scenes import StepScene, WorkScene
from terminal.steps import Journey, Kind, Ports, Review, Work
from terminal.unwitnessed import Unwitnessed
from terminal.wording import message
from terminal.workers import Lane
from tests.terminal.lobby import Lobby


class Heard:
    """Remembers what it is told, in order."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def begun(self, op: str) -> None:
        """See `Finals`."""
        self.told.append(("begun", op))

    def shown(self, op: str) -> None:
        """See `Finals`."""
        self.told.append(("shown", op))

    @property
    def kinds(self) -> list[str]:
        """Without the keys."""
        return [kind for kind, _ in self.told]


def confirming() -> tuple[Lobby, Heard]:
    """A visit whose FINAL work runs."""
    heard = Heard()
    lobby = Lobby(finals=heard)
    lobby.to("review").answer(True)
    assert isinstance(lobby.visit.scene, WorkScene)
    return lobby, heard


def test_it_is_remembered_before_it_runs() -> None:
    _, heard = confirming()
    assert heard.kinds == ["begun"]


def test_it_is_the_citizens_once_the_result_is_shown() -> None:
    lobby, heard = confirming()
    lobby.workers.finish_all()
    assert isinstance(lobby.visit.scene, StepScene)
    assert heard.kinds == ["begun", "shown"]
    assert len({op for _, op in heard.told}) == 1


def test_a_result_under_an_aside_has_not_been_shown_until_the_aside_is_left() -> None:
    lobby, heard = confirming()
    lobby.visit.open(Aside.HELP)
    lobby.workers.finish_all()
    assert heard.kinds == ["begun"]
    lobby.visit.back()
    assert heard.kinds == ["begun", "shown"]


def test_a_result_that_comes_after_the_end_of_the_visit_is_never_shown() -> None:
    lobby, heard = confirming()
    lobby.visit.end()
    lobby.visit.close(lambda: None)
    lobby.workers.finish_all()
    assert heard.kinds == ["begun"]


@pytest.fixture
def left(tmp_path: Path) -> Unwitnessed:
    """An empty directory for keys."""
    return Unwitnessed(tmp_path / "unwitnessed", tmp_path / "witnessed")


def test_nothing_is_left_where_nothing_ever_began(left: Unwitnessed) -> None:
    assert list(left.left()) == []


def test_a_key_stays_on_disk_until_it_is_shown(left: Unwitnessed) -> None:
    left.begun("ab12")
    assert list(left.left()) == [(os.getpid(), "ab12")]
    left.shown("ab12")
    assert list(left.left()) == []


def test_what_was_shown_is_not_left_although_the_disk_does_not_forget_it(
    left: Unwitnessed, monkeypatch: pytest.MonkeyPatch
) -> None:
    left.begun("ab12")
    with monkeypatch.context() as failing:
        failing.setattr(Path, "unlink", _read_only)
        left.shown("ab12")
        assert list(left.left()) == []
    assert list(left.left()) == []


def _read_only(*_: object, **__: object) -> None:
    raise OSError(30, "Read-only file system")


def test_keys_are_told_apart_by_process(left: Unwitnessed) -> None:
    left.begun("ab12")
    assert list(left.left(os.getpid())) == [(os.getpid(), "ab12")]
    assert list(left.left(1)) == []


@pytest.mark.parametrize("name", ["", "12", "x.ab", "12.", "12.zz", "12.ab.cd", "..", "12.AB"])
def test_files_that_are_no_keys_are_left_alone(left: Unwitnessed, tmp_path: Path, name: Any) -> None:
    left.begun("ab12")
    if name not in ("", ".."):
        (tmp_path / "unwitnessed" / name).touch()
    assert [op for _, op in left.left()] == ["ab12"]


def printing_after() -> Journey:
    """FINAL work, and then work whose title says already that it has succeeded."""
    for key, tells in (("confirm", False), ("print", True)):
        yield from Work(key=key, title=message("t"), doing=message("d"), effect=Booking(key), tells=tells)
    yield from Review(key="end", title=message("t"), hint=message("h"), rows=(), commit=message("c"))


@dataclass(frozen=True)
class Booking:
    """Succeeds."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = 10.0
    name: str

    def run(self, ports: Ports, op: str) -> str:
        """See `Effect`."""
        return self.name

    def settle(self, ports: Ports, op: str) -> str | None:
        """See `Effect`."""
        return None

    def undo(self, ports: Ports, op: str) -> None:
        """See `Effect`."""


def test_a_work_screen_that_says_so_counts_as_the_result() -> None:
    heard = Heard()
    lobby = Lobby(begin=printing_after, finals=heard)
    lobby.answer("booking")
    lobby.workers.finish(Lane.WORK)
    assert isinstance(lobby.visit.scene, WorkScene)
    assert lobby.visit.scene.step.key == "print"
    (first, confirmed), (second, told) = heard.told
    assert (first, second, told) == ("begun", "shown", confirmed)


def test_work_that_only_tells_of_it_is_nothing_to_remember() -> None:
    heard = Heard()
    lobby = Lobby(begin=printing_after, finals=heard)
    lobby.answer("booking")
    lobby.workers.finish_all()
    assert isinstance(lobby.visit.scene, StepScene)
    assert heard.kinds == ["begun", "shown"]
