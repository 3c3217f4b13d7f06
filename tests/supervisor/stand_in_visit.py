"""A visit process without Kivy that does what a test tells it: the word before ``--channel`` is its conduct.

It beats every 50 ms, and hears the dock's "press" with the names "finish", "die", "hang", "state:ACTIVE", "begin", "lie"; "begun:OP"
and "shown:OP" are what it must not leave half done.
"""

import json
import os
import select
import socket
import subprocess
import sys
import time
from typing import Any

from terminal.channel import NO_DISPLAY
from terminal.lifeline import call_oneself, tie

BEAT_S = 0.05


def at_present(conduct: str) -> str:
    """A path is a file in which it stands, so that a test can change it for the visits to come."""
    if not conduct.startswith("/"):
        return conduct
    with open(conduct) as file:
        return file.read()


class StandIn:
    def __init__(self, conduct: str, channel: socket.socket) -> None:
        self.conduct = at_present(conduct)
        self.channel = channel
        self.state = "idle"
        self.beating = False
        self.alerted = False
        self.rest = b""

    def run(self) -> None:
        if self.conduct == "dies-at-start":
            sys.exit(7)
        if self.conduct == "no-display":
            sys.exit(NO_DISPLAY)
        if self.conduct == "chatters":
            print("Erika Mustermann", flush=True)
            print("Erika Mustermann", file=sys.stderr, flush=True)
        while True:
            readable, _, _ = select.select([self.channel], [], [], BEAT_S)
            if readable:
                data = self.channel.recv(65536)
                if not data:
                    sys.exit(0)
                self.hear(data)
            if self.beating:
                self.say({"is": "beat", "state": self.state})

    def hear(self, data: bytes) -> None:
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            order = json.loads(line)
            getattr(self, "do_" + order["do"].replace("-", "_"))(order)

    def say(self, record: dict[str, Any]) -> None:
        self.channel.sendall(json.dumps(record).encode() + b"\n")

    def do_configure(self, order: dict[str, Any]) -> None:
        if self.conduct == "never-warm":
            return
        if order["snapshot"].get("kills"):
            sys.exit(8)
        self.beating = True
        self.say({"is": "warm"})

    def do_show(self, order: dict[str, Any]) -> None:
        if self.conduct == "dies-when-shown" and order["mode"] == "start":
            sys.exit(9)
        self.alerted = order["alert_acknowledged"]
        self.state = "out-of-order" if order["mode"] == "out-of-order" else "idle"
        self.say({"is": "shown"})

    def do_clock(self, order: dict[str, Any]) -> None:
        self.clock = order["offset_s"]

    def do_alerted(self, order: dict[str, Any]) -> None:
        self.alerted = True

    def do_release(self, order: dict[str, Any]) -> None:
        if self.conduct == "ignores-release":
            self.beating = False
            return
        sys.exit(0)

    do_stop = do_release

    def do_dock(self, order: dict[str, Any]) -> None:
        if self.conduct == "mute":
            return
        request = order["request"]
        if request.get("name") == "child?":
            child = subprocess.Popen(["sleep", "3600"])
            self.say({"is": "dock", "id": order["id"], "reply": {"ok": True, "child": child.pid}})
            return
        verb, _, op = str(request.get("name")).partition(":")
        if verb in ("begun", "shown"):
            self.say({"is": "dock", "id": order["id"], "reply": {"ok": remembered(verb, op), "pid": os.getpid()}})
            return
        if request.get("name") == "alerted?":
            self.say({"is": "dock", "id": order["id"], "reply": {"ok": True, "alerted": self.alerted}})
            return
        self.say({"is": "dock", "id": order["id"], "reply": {"ok": True, "asked": request, "pid": os.getpid()}})
        if request["ask"] == "hang":
            time.sleep(3600)
        if request["ask"] == "press":
            self.press(request["name"])

    def press(self, name: str) -> None:
        if name == "finish":
            self.say({"is": "finished"})
        elif name == "die":
            sys.exit(5)
        elif name == "hang":
            time.sleep(3600)
        elif name.startswith("state:"):
            self.state = name.removeprefix("state:")
            self.say({"is": "beat", "state": self.state})
        elif name == "begin":
            self.say({"is": "event", "event": "visit-began", "case": "0123456789abcdef"})
        elif name == "lie":
            self.lie()

    def lie(self) -> None:
        self.channel.sendall(b"garbage\n\xff\xfe\n[]\n{}\n" + b"[" * 100_000 + b"\n")
        self.channel.sendall(b"x" * 3_000_000 + b"\n")
        self.say({"is": "event", "event": "no-such-event", "name": "Erika Mustermann"})
        self.say({"is": "event", "event": "visit-began", "case": "Erika Mustermann"})
        self.say({"is": "event", "event": "kiosk-stopped"})
        self.say({"is": "event", "event": "visit-began", "case": "0123456789abcdef", "id": "x"})
        self.say({"is": "beat", "state": "Erika Mustermann"})
        self.say({"is": "dock", "id": 99, "reply": {"ok": True}})


def remembered(verb: str, op: str) -> bool:
    """Whether the disk takes that `op` has begun, or that it was shown."""
    from terminal.directories import runtime_dir, state_dir
    from terminal.unwitnessed import unwitnessed_in

    try:
        getattr(unwitnessed_in(state_dir(), runtime_dir()), verb)(op)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    tie()
    call_oneself("visit")
    StandIn(sys.argv[1], socket.socket(fileno=int(sys.argv[3]))).run()
