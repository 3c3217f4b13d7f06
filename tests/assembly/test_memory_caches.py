"""What repeats citizens' contacts never reaches a disk."""

import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.assembly.companions import companions, forget_servers
from terminal.assembly.memory_caches import is_in_memory, keep_in_memory
from terminal.supervisor.settings import Settings

DISK = Path(__file__).parent
"""Where the program is installed: a tmpfs on no machine."""


@pytest.fixture(params=["disk", "memory"])
def runtime(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A runtime directory of either kind."""
    where = DISK if request.param == "disk" else Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="runtime.", dir=where) as directory:
        runtime = Path(directory)
        assert is_in_memory(runtime) == (request.param == "memory")
        yield runtime
        forget_servers(runtime)


def test_the_calendar_s_caches_are_in_memory_and_private(runtime: Path, tmp_path: Path) -> None:
    companions(tmp_path, runtime, tmp_path)["calendar"](Settings(appointments=True))
    caches = runtime / "calendar" / "caches"
    assert is_in_memory(caches)
    assert stat.S_IMODE(caches.stat().st_mode) == 0o700


def test_a_kiosk_that_was_killed_finds_its_caches_again_and_makes_no_others(runtime: Path) -> None:
    caches = runtime / "calendar" / "caches"
    keep_in_memory(caches)
    first = caches.resolve()
    keep_in_memory(caches)
    assert caches.resolve() == first


def test_after_a_restart_of_the_machine_new_ones_are_made(runtime: Path) -> None:
    caches = runtime / "calendar" / "caches"
    keep_in_memory(caches)
    caches.resolve().rmdir()
    keep_in_memory(caches)
    assert is_in_memory(caches)


def test_they_go_with_the_kiosk(runtime: Path) -> None:
    caches = runtime / "calendar" / "caches"
    keep_in_memory(caches)
    kept = caches.resolve()
    (kept / "item").write_text("Erika Mustermann")
    forget_servers(runtime)
    assert not kept.exists()
    assert list(runtime.iterdir()) == []
