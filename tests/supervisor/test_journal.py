"""The event log: one JSON object a line, bounded."""

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

from terminal.events import EventId, event
from terminal.supervisor.journal import FILE_BYTES, Journal
from tests.supervisor.disk import Disk


def test_an_event_is_one_line_with_its_time_and_fields(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lambda: datetime(2026, 3, 1, 8, 0, 0, 5, UTC))
    journal.add(event(EventId.FRONT_SHOWN, after_ms=42))
    line = (tmp_path / "events.jsonl").read_text()
    assert json.loads(line) == {"at": "2026-03-01T08:00:00+00:00", "event": "front-shown", "after_ms": 42}
    assert line.endswith("\n")
    assert stat.S_IMODE((tmp_path / "events.jsonl").stat().st_mode) == 0o600


def test_it_never_takes_more_than_two_files(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for full in ("events.jsonl", "events.1.jsonl"):
        (tmp_path / full).write_text("x" * (FILE_BYTES - 10))
    journal.add(event(EventId.KIOSK_STOPPED))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.1.jsonl", "events.jsonl"]
    assert "kiosk-stopped" in (tmp_path / "events.jsonl").read_text()
    assert (tmp_path / "events.1.jsonl").stat().st_size == FILE_BYTES - 10


def test_a_disk_that_takes_nothing_stops_nothing_and_is_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gone")
    journal.add(event(EventId.KIOSK_STOPPED))
    assert journal.trouble
    (tmp_path / "gone").mkdir()
    journal.add(event(EventId.KIOSK_STOPPED))
    assert journal.trouble is None


def test_on_a_disk_with_room_for_half_an_event_it_is_left_out_and_the_next_one_is_whole(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "state")
    try:
        journal = Journal(disk.seen)
        journal.add(event(EventId.KIOSK_STOPPED))
        disk.fill()
        while journal.trouble is None:
            journal.add(event(EventId.KIOSK_STOPPED))
        assert journal.trouble == "events cannot be written: No space left on device"
        disk.mend()
        journal.add(event(EventId.FRONT_RECYCLED))
        lines = [json.loads(line)["event"] for line in (disk.seen / "events.jsonl").read_text().splitlines()]
        assert (set(lines[:-1]), lines[-1]) == ({"kiosk-stopped"}, "front-recycled")
    finally:
        disk.close()


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").symlink_to(tmp_path / "elsewhere")
    journal = Journal(tmp_path)
    journal.add(event(EventId.KIOSK_STOPPED))
    assert journal.trouble
    assert not (tmp_path / "elsewhere").exists()
