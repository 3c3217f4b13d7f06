"""A state directory that is full, read-only or gone: visits go on, status says it, and nobody has to start anything again."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.supervisor.disk import Disk
from tests.supervisor.running import Json, Running, is_settled

HARMS = [(Disk.fill, "No space left on device"), (Disk.write_protect, "Read-only file system")]
GONE = "events cannot be written: No such file or directory"


class OnDisk(Running):
    """Its state directory is on a disk of its own."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.disk = Disk(self.state)
        self.before = self.disk.inside

    def log(self) -> list[Json]:
        return [json.loads(line) for line in (self.disk.seen / "events.jsonl").read_text().splitlines()]

    def end(self) -> None:
        super().end()
        self.disk.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[OnDisk]:
    kiosk = OnDisk(tmp_path)
    yield kiosk
    kiosk.end()


def disk_of(status: Json) -> str | None:
    return next(part["why"] for part in status["parts"] if part["part"] == "disk")


def next_visit(kiosk: Running) -> Json:
    before = kiosk.settled()
    kiosk.dock(ask="press", name="finish")
    return kiosk.until(lambda now: is_settled(now) and now["front"]["pid"] == before["spare"]["pid"])


def events_until(kiosk: Running, why: str | None) -> Json:
    """Events, one after the other, until status says so of the disk: there may be room for some more."""
    return kiosk.until(lambda now: kiosk.dock(ask="press", name="begin")["ok"] and disk_of(now) == why)


@pytest.mark.parametrize(("harm", "why"), HARMS)
def test_visits_go_on_and_status_says_it_until_the_disk_is_well_again(
    kiosk: OnDisk, harm: Callable[[Disk], None], why: str
) -> None:
    kiosk.start().settled()
    harm(kiosk.disk)
    events_until(kiosk, f"events cannot be written: {why}")
    assert kiosk.command("status").returncode == 1
    next_visit(kiosk)
    kiosk.disk.mend()
    assert disk_of(next_visit(kiosk)) is None
    assert kiosk.log()[-1]["event"] == "front-shown"


@pytest.mark.parametrize(("harm", "why"), HARMS)
def test_it_also_starts_on_such_a_disk(kiosk: OnDisk, harm: Callable[[Disk], None], why: str) -> None:
    harm(kiosk.disk)
    assert disk_of(kiosk.start().settled()) == f"events cannot be written: {why}"
    assert next_visit(kiosk)["order"]["state"] == "in-order"


def test_without_its_directory_it_goes_on_and_takes_another_one_in_its_place(running: Running) -> None:
    running.start().settled()
    shutil.rmtree(running.state)
    assert disk_of(next_visit(running)) == GONE
    running.state.mkdir(mode=0o700)
    assert disk_of(next_visit(running)) is None
    assert running.events()[-1]["event"] == "front-shown"
