"""The program itself: a child of the visit with a home of its own, and the one connection to it.

It is started headless (`--ui websocket`) at a port that it chooses. A second client would be refused, so the connection is held
for as long as the program lives.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from hardware.ausweisapp.messages import Levels, Message, message_of

NEWEST_LEVEL = 3
_UNTIL_DEATH = ("setpriv", "--pdeathsig", "KILL")
_HEADLESS = ("--ui", "websocket", "--port", "0", "--no-proxy", "--no-logfile")
_START_S = 10.0
_PACE_S = 0.02
_LARGEST = 1 << 20


class Program:
    """`furnish` puts something into its home before it starts; the kiosk never does. Running from the first `send` until `close` or its own death, of which `on_lost` hears; from a thread of its own, as `on_message`."""

    def __init__(
        self,
        path: str,
        directory: Path,
        environment: Mapping[str, str],
        on_message: Callable[[Message], None],
        on_lost: Callable[[], None],
        furnish: Callable[[Path], None] = lambda home: None,
    ) -> None:
        self._path = path
        directory.mkdir(parents=True, exist_ok=True)
        self._home = Path(mkdtemp(prefix="ausweisapp-", dir=directory))
        furnish(self._home)
        self._environment = environment
        self._on_message = on_message
        self._on_lost = on_lost
        self._connection: ClientConnection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._waiting: list[Mapping[str, object]] = []
        self._lock = Lock()
        self._closed = False
        # The kernel ends the child with the thread that began it (prctl(2), PR_SET_PDEATHSIG).
        Thread(target=self._live, name="ausweisapp", daemon=True).start()

    def send(self, command: Mapping[str, object]) -> None:
        """Now, or as soon as it is there. A connection that is lost is told by `on_lost`."""
        with self._lock:
            if self._connection is None:
                self._waiting.append(command)
                return
            with suppress(WebSocketException, OSError):
                self._connection.send(json.dumps(command))

    def close(self) -> None:
        """End it; nothing of it is left."""
        self._closed = True
        self._end()

    @property
    def pid(self) -> int | None:
        """Its process, None before there is one."""
        return self._process.pid if self._process else None

    def _live(self) -> None:
        try:
            with suppress(WebSocketException, OSError, TimeoutError):
                self._serve()
        finally:
            self._end()
            if not self._closed:
                self._on_lost()

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _serve(self) -> None:
        self._process = subprocess.Popen(
            [*_UNTIL_DEATH, self._path, *_HEADLESS],
            env={**os.environ, **self._environment, **_places(self._home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        uri = f"ws://127.0.0.1:{self._port(self._process)}/eID-Kernel"
        with connect(uri, proxy=None, ping_interval=None, max_size=_LARGEST, open_timeout=_START_S) as connection:
            connection.send(json.dumps({"cmd": "GET_API_LEVEL"}))
            for text in connection:
                message = message_of(text)
                if isinstance(message, Levels):
                    self._begin(connection, message)
                elif message:
                    self._on_message(message)

    def _begin(self, connection: ClientConnection, levels: Levels) -> None:
        """Commands wait until it speaks the newest level that both know."""
        known = [level for level in levels.available if level <= NEWEST_LEVEL]
        with self._lock:
            if self._connection is not None:
                return
            if known:
                connection.send(json.dumps({"cmd": "SET_API_LEVEL", "level": max(known)}))
            for command in self._waiting:
                connection.send(json.dumps(command))
            self._waiting.clear()
            self._connection = connection

    def _port(self, process: subprocess.Popen[bytes]) -> int:
        """It writes the port that it has chosen into a file named after itself."""
        end = time.monotonic() + _START_S
        while process.poll() is None and time.monotonic() < end:
            for file in self._home.glob("AusweisApp*.port"):
                text = file.read_text().strip()
                if text.isdecimal():
                    return int(text)
            time.sleep(_PACE_S)
        raise TimeoutError("it did not come up")


def _places(home: Path) -> Mapping[str, str]:
    """Nothing of one visit is found by the next, and no screen is needed."""
    return {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "TMPDIR": str(home), "QT_QPA_PLATFORM": "offscreen"}
