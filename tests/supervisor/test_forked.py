"""A child that is forked: it ends with its status, and has nothing of its parent's that it could spoil."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from terminal.supervisor.forked import Forked, fork
from tests.supervisor.run_stand_in import ROOT


def said(child: Forked) -> bytes:
    """Everything that it sends until its end."""
    with child.channel, child.channel.makefile("rb") as channel:
        return channel.read()


def test_it_ends_with_the_status_that_it_comes_to() -> None:
    child = fork(lambda channel: os.write(channel, b"here") + 3, simulate=False)
    assert said(child) == b"here"
    assert child.wait() == 7


def test_it_leads_a_process_group_of_its_own() -> None:
    child = fork(lambda channel: os.write(channel, b"%d" % os.getpgrp()), simulate=False)
    assert said(child) == b"%d" % child.pid
    child.wait()


def test_it_holds_neither_the_parents_end_nor_its_input_and_outputs() -> None:
    def be(channel: int) -> int:
        return os.write(channel, "\n".join(os.readlink(f"/proc/self/fd/{number}") for number in range(3)).encode())

    child = fork(be, simulate=False)
    assert said(child).decode().split() == ["/dev/null"] * 3  # and it ends: the other end would keep the channel open
    child.wait()


FAILING = """
import sys
from terminal.supervisor.forked import fork
def be(channel):
    raise ValueError("Erika Mustermann")
child = fork(be, simulate=sys.argv[1] == "simulate")
print("status", child.wait())
"""


@pytest.mark.parametrize(("simulate", "shows"), [("simulate", True), ("", False)])
def test_what_it_fails_of_is_shown_by_a_simulation_alone(tmp_path: Path, simulate: str, shows: bool) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FAILING, simulate], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "status 1\n"  # once: the child does not go on where its parent was
    assert ("Erika Mustermann" in ran.stderr) is shows
