"""Copies of events that a killed calendar server leaves on the disk."""

import os
from pathlib import Path

from terminal.central.appointments.leftovers import DEAD_AFTER_S, sweep


def unfinished(state: Path, age_s: float) -> Path:
    """A write that was cut off so long ago."""
    directory = state / "calendar" / "collection-root" / "terminal" / "buergerbuero-202612" / f".Radicale.tmp-{age_s:g}"
    directory.mkdir(parents=True)
    (directory / "s-20261201T080000Z-c1-1.ics").write_text("Erika Mustermann", encoding="utf-8")
    born_s = directory.stat().st_mtime - age_s
    os.utime(directory, (born_s, born_s))
    return directory


def test_what_was_cut_off_is_removed_and_what_may_still_be_written_stays(tmp_path: Path) -> None:
    old, young = unfinished(tmp_path, DEAD_AFTER_S + 5), unfinished(tmp_path, 1)
    kept = old.parent / "s-20261201T090000Z-c1-1.ics"
    kept.write_text("BEGIN:VCALENDAR", encoding="utf-8")
    assert sweep(tmp_path) == 1
    assert (old.exists(), young.exists(), kept.exists()) == (False, True, True)


def test_where_there_is_no_calendar_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert sweep(tmp_path) == 0
