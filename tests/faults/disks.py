"""What a disk can do to those who remember on it."""

import errno
import os
from itertools import count
from pathlib import Path
from typing import Any

from terminal.unwitnessed import Unwitnessed
from tests.faults.story import BadDisk, DiskMood


class Remembered(Unwitnessed):
    """What must not be half done, on a disk of moods."""

    mood = DiskMood.OK
    begun_before = 0

    def visit(self, mood: DiskMood) -> None:
        """The disk is in `mood` from now on."""
        self.mood, self.begun_before = mood, 0

    def begun(self, op: str) -> None:
        """See `Unwitnessed`."""
        if self.mood is DiskMood.FULL or (self.mood is DiskMood.FILLS_UP and self.begun_before):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.begun_before += 1
        super().begun(op)

    def forget(self, pid: int, op: str) -> None:
        """See `Unwitnessed`."""
        if self.mood is DiskMood.READ_ONLY_LATER:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        super().forget(pid, op)


def failing(directory: Path, disk: BadDisk | None) -> Path:
    """`directory`, and all that is below it, on `disk`; None: a good one."""
    if disk is None:
        return directory
    written = count()

    def write(*, takes_space: bool) -> None:
        if next(written) >= disk.takes and (takes_space or disk.error != errno.ENOSPC):
            raise OSError(disk.error, os.strerror(disk.error))

    class Failing(type(directory)):  # type: ignore[misc]
        def mkdir(self, *arguments: Any, **named: Any) -> None:
            write(takes_space=True)
            super().mkdir(*arguments, **named)

        def write_text(self, *arguments: Any, **named: Any) -> int:
            if disk.error == errno.ENOSPC:
                super().touch()  # a name fits where no content does
            write(takes_space=True)
            return int(super().write_text(*arguments, **named))

        def replace(self, target: Path) -> Path:
            write(takes_space=False)
            return Path(super().replace(target))

        def unlink(self, missing_ok: bool = False) -> None:
            write(takes_space=False)
            super().unlink(missing_ok)

    return Path.__new__(Failing, directory)
