"""A virtual display of the benchmark's own, so that nothing else draws on it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = (1080, 1920)


@contextmanager
def virtual_display() -> Iterator[str]:
    """The name of a fresh Xvfb of `SIZE` px, such as ":7"; it ends with the block."""
    read, write = os.pipe()
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-screen", "0", screen, "-nolisten", "tcp", "-noreset", "-displayfd", str(write)]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            name = number.readline().strip()
        if not name:
            raise RuntimeError("the virtual display (Xvfb) did not start")
        yield f":{name}"
    finally:
        server.terminate()
        server.wait()
