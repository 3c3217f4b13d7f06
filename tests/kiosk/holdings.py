"""What a kiosk holds between two visits: memory, open files, processes, files."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from tests.kiosk.appointments import command
from tests.kiosk.footprint import Footprint, shared_memory
from tests.kiosk.machine import Machine
from tests.kiosk.processes import children, named, residents

_BY_DESIGN = re.compile(r"run/receipts/|state/calendar/.*\.ics$|state/events(\.1)?\.jsonl$")
"""Files that come with visits: what was printed is known for a day, appointments are kept, the log has a bound of its own."""


@dataclass(frozen=True)
class Holdings:
    """`footprints`: of who lives as long as the kiosk, and of its display. `files`: those that do not come with visits, and their sizes in bytes.

    `slips`, `appointments` and `notes` (of the appointment book) are how many files come with visits, `log_bytes` is the log's size,
    `shared_memory` how many segments ended visits have left.
    """

    footprints: dict[str, Footprint]
    processes: int
    files: dict[str, int]
    slips: int
    appointments: int
    notes: int
    log_bytes: int
    shared_memory: int

    @staticmethod
    def of(machine: Machine, ended: Collection[int]) -> "Holdings":
        """As soon as nobody is there but a front, a spare and those who live as long as the kiosk. `ended` were the processes of its visits."""
        machine.settled()
        lasting = _lasting(machine)
        runtime = machine.places["run"]
        machine.until(lambda status: len(residents(runtime)) == len(lasting) + len(("front", "spare")))
        files = _files(machine)
        with_visits = {name: size for name, size in files.items() if _BY_DESIGN.match(name)}
        return Holdings(
            footprints={
                name: Footprint.of(pid) for name, pid in {**lasting, "display": machine.display.process.pid}.items()
            },
            processes=len(residents(runtime)),
            files={name: size for name, size in files.items() if name not in with_visits},
            slips=sum(name.startswith("run/receipts/") for name in with_visits),
            appointments=sum("/s-" in name for name in with_visits),
            notes=sum("/o-" in name for name in with_visits),
            log_bytes=sum(size for name, size in with_visits.items() if name.startswith("state/events")),
            shared_memory=shared_memory(ended),
        )


def _lasting(machine: Machine) -> dict[str, int]:
    (zygote,) = named(machine.pid, "zygote")
    (calendar,) = [child for child in children(machine.pid) if b"radicale:application" in command(child)]
    return {"supervisor": machine.pid, "zygote": zygote, "calendar": calendar}


def _files(machine: Machine) -> dict[str, int]:
    found = [path for place in ("run", "state", "tmp", "home") for path in machine.places[place].rglob("*")]
    return {str(path.relative_to(machine.directory)): path.stat().st_size for path in found if path.is_file()}
