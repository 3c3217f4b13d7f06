"""What a process holds, by what the kernel says of it (proc(5))."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Footprint:
    """`private_kib`: memory that is its own. `files`: how many it has open."""

    private_kib: int
    files: int

    @staticmethod
    def of(pid: int) -> "Footprint":
        """Of a living process."""
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        private = sum(int(line.split()[1]) for line in rollup if line.startswith("Private_"))
        return Footprint(private, len(os.listdir(f"/proc/{pid}/fd")))


def shared_memory(pids: Iterable[int]) -> int:
    """How many of these ended processes have left a segment of shared memory (System V) that nobody uses."""
    lines = [line.split() for line in Path("/proc/sysvipc/shm").read_text().splitlines()[1:]]
    left_by = {int(made_by) for _, _, _, _, made_by, _, users, *_ in lines if users == "0"}
    return sum(pid in left_by for pid in pids)
