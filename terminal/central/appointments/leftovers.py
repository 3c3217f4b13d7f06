"""What a calendar server that was killed in the midst of a write leaves behind: a copy of the event, with its contact, that nobody reads.

Radicale writes into a directory of its own beside the calendar, named as below, and renames what is in it (its storage backend
"multifilesystem"). Whatever is killed before the renaming stays, and is no appointment, but personal data on a disk.
"""

import shutil
import time
from pathlib import Path

DEAD_AFTER_S = 60.0
"""A write takes milliseconds."""

_UNFINISHED = ".Radicale.tmp-*"


def sweep(state: Path) -> int:
    """Remove unfinished writes below the calendars in `state` that nobody can be at any more; how many there were."""
    old = [path for path in (state / "calendar").rglob(_UNFINISHED) if _age_s(path) > DEAD_AFTER_S]
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return len(old)


def _age_s(path: Path) -> float:
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return 0.0  # it is gone: somebody was still at it
