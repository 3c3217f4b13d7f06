"""What a tree of processes takes: memory and processor time."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """A process and all that descend from it; empty when it is gone."""
    try:
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def pss_mib(pid: int) -> float:
    """Proportional set size of the whole tree in MiB: shared pages are divided among those who share them."""
    return sum(_pss_kib(process.pid) for process in tree(pid)) / 1024


def processor_s(pid: int) -> float:
    """Processor time that the threads now living in the tree have had, in seconds, exact to the nanosecond."""
    return sum(_thread_times_s(pid))


def idle_percent(pid: int, seconds: float) -> float:
    """Share of one processor that the tree uses while nobody touches it."""
    before, began_s = processor_s(pid), time.monotonic()
    time.sleep(seconds)
    return 100 * (processor_s(pid) - before) / (time.monotonic() - began_s)


def end(pid: int) -> None:
    """Ask the whole tree to end, insist after 5 s."""
    processes = tree(pid)
    _signal(processes[:1], insist=False)
    _, left = psutil.wait_procs(processes, 5)
    _signal(left, insist=True)
    psutil.wait_procs(left, 5)


def _signal(processes: list[psutil.Process], *, insist: bool) -> None:
    for process in processes:
        try:
            process.kill() if insist else process.terminate()
        except psutil.NoSuchProcess:
            continue


def _pss_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _thread_times_s(pid: int) -> Iterator[float]:
    for process in tree(pid):
        try:
            threads = os.listdir(f"/proc/{process.pid}/task")
        except OSError:
            continue
        for thread in threads:
            try:
                yield int(Path(f"/proc/{process.pid}/task/{thread}/schedstat").read_text().split()[0]) / 1e9
            except OSError:
                continue
