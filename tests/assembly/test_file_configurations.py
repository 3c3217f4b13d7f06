"""The last good configuration goes to the disk once, and again when the disk has not taken it."""

from pathlib import Path

from terminal.assembly.file_configurations import FileConfigurations
from terminal.supervisor.loop import SelectorLoop
from terminal.supervisor.settings import Taken

GOOD = Taken({}, "a" * 64, "files")

KEEPS = ("sh", "-c", "echo >> tries && [ -e room ] && cat > kept; [ -e room ]")
"""Stands in for `terminal.assembly.configuration`: keeps where there is "room"."""


def keep(configurations: FileConfigurations, loop: SelectorLoop) -> None:
    """And wait until it has been kept, or not."""
    configurations.keep(GOOD)

    def look() -> None:
        loop.call_later(0.01, look) if configurations._clerks else loop.stop()

    loop.post(look)
    loop.run()


def test_what_the_disk_has_not_taken_is_kept_as_soon_as_it_has_room_and_then_no_more(tmp_path: Path) -> None:
    loop = SelectorLoop()
    configurations = FileConfigurations(loop, KEEPS, tmp_path, None, tmp_path)
    keep(configurations, loop)
    assert not (tmp_path / "kept").exists()
    (tmp_path / "room").touch()
    for _ in range(2):
        keep(configurations, loop)
    assert (tmp_path / "kept").exists()
    assert (tmp_path / "tries").read_text() == "\n\n"
