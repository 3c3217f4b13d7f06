"""A caretaker without a calendar: what a dead visit has left is noted in the file "released" of the runtime directory.

The file named on the command line holds a signal that it sends to itself, once, when it has released the first and not yet
forgotten it.
"""

import json
import os
import sys
from pathlib import Path

from terminal.directories import runtime_dir, state_dir
from terminal.lifeline import call_oneself, tie
from terminal.unwitnessed import unwitnessed_in


def main(mood: Path) -> None:
    living, left = json.load(sys.stdin)["living"], 0
    runtime = runtime_dir()
    unwitnessed = unwitnessed_in(state_dir(), runtime)
    for pid, op in list(unwitnessed.left()):
        if pid in living:
            continue
        with open(runtime / "released", "a") as released:
            released.write(op + "\n")
        suffer(mood)
        try:
            unwitnessed.forget(pid, op)
        except OSError:
            left += 1
    json.dump({"left": left, "cause": ""}, sys.stdout)


def suffer(mood: Path) -> None:
    if mood.exists():
        sign = int(mood.read_text())
        mood.unlink()
        os.kill(os.getpid(), sign)


if __name__ == "__main__":
    tie()
    call_oneself("caretaker")
    main(Path(sys.argv[1]))
