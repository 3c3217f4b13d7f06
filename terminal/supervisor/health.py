"""Which parts of the kiosk are well, and why the others are not."""

import os
from collections.abc import Callable

from terminal.values import valueclass

from .child import Stage
from .faults import Fault
from .journal import Journal
from .supervisor import Supervisor

LEAST_FREE_BYTES = 50 * 1024 * 1024


@valueclass(frozen=True)
class Part:
    """`why` says what is wrong; None: the part is well."""

    name: str
    why: str | None = None

    def report(self) -> dict[str, str | bool | None]:
        """As `status --json` shows it."""
        return {"part": self.name, "well": self.why is None, "why": self.why}


Examine = Callable[[], Part]


def examiners(supervisor: Supervisor, journal: Journal) -> list[Examine]:
    """One for each part of the supervision; others are appended to the list."""
    return [
        lambda: Part("display", _display(supervisor)),
        lambda: Part("front", _front(supervisor)),
        lambda: Part("spare", _spare(supervisor)),
        lambda: Part("configuration", _configuration(supervisor)),
        lambda: Part("disk", _disk(journal)),
    ]


def _display(supervisor: Supervisor) -> str | None:
    return "no display can be opened" if supervisor.outage.fault is Fault.NO_DISPLAY else None


def _front(supervisor: Supervisor) -> str | None:
    fault = supervisor.outage.fault
    if fault:
        return f"out of order, code {fault.code}"
    if supervisor.front is None:
        return "nothing is on the screen yet"
    return "waits for a spare to take over" if supervisor.front.finished else None


def _spare(supervisor: Supervisor) -> str | None:
    spare = supervisor.spare
    if spare is None:
        return "lost; the next one will be started"
    return None if spare.stage in (Stage.WARM, Stage.CALLED) else "not warm yet"


def _configuration(supervisor: Supervisor) -> str | None:
    if supervisor.problems:
        return f"the files have {len(supervisor.problems)} problem(s)"
    return None if supervisor.taken else "not read yet"


def _disk(journal: Journal) -> str | None:
    if journal.trouble:
        return journal.trouble
    try:
        found = os.statvfs(journal.directory)
    except OSError as error:
        return f"the state directory cannot be reached: {error.strerror}"
    if not os.access(journal.directory, os.W_OK):
        return "the state directory cannot be written"
    free = found.f_bavail * found.f_frsize
    return f"only {free // 1024 // 1024} MB free" if free < LEAST_FREE_BYTES else None
