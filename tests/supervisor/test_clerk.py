"""Short errands: whatever becomes of the process, its answer comes, and the supervisor works on."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from terminal.supervisor.clerk import Clerk
from terminal.supervisor.loop import SelectorLoop

ECHO = (sys.executable, "-c", "import sys; sys.stdout.write(sys.stdin.read())")
FAILS = (sys.executable, "-c", "import sys; print('half'); sys.exit(1)")
STOPPED = (sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)")
REFUSED = ("/nowhere/to/be/found",)


def answer_of(command: Sequence[str], longest_s: float = 20.0) -> bytes | None:
    loop, answers = SelectorLoop(), list[bytes | None]()

    def done(answer: bytes | None) -> None:
        answers.append(answer)
        loop.stop()

    Clerk(loop, command, Path("/"), b"given", done, longest_s)
    assert answers == [], "nobody is told before the errand is in its hands"
    loop.run()
    return answers[0]


def test_what_it_writes_is_the_answer() -> None:
    assert answer_of(ECHO) == b"given"


@pytest.mark.parametrize("command", [FAILS, REFUSED])
def test_one_that_fails_or_that_the_system_refuses_has_no_answer(command: Sequence[str]) -> None:
    assert answer_of(command) is None


def test_one_that_takes_too_long_has_no_answer() -> None:
    assert answer_of(STOPPED, longest_s=0.2) is None
