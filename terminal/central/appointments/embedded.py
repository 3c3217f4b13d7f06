"""The calendar server that comes with the kiosk: Radicale under waitress, a process of its own on the loopback.

Radicale is under the GPLv3: it is started as a program and spoken to over HTTP, never imported. Calendars are kept in
the state directory; configuration, password and caches live with the runtime directory, and are new at every start.
"""

import json
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from terminal.central.appointments.caldav.account import Account
from terminal.values import valueclass

USER = "terminal"

_CONFIGURATION = """\
[server]
max_content_length = 1000000

[auth]
type = htpasswd
htpasswd_filename = {users}
# The file is as private as that from which the kiosk has the password: a slow hash would protect nothing, and costs
# 0.3 s a request.
htpasswd_encryption = plain
# Seconds on average that a wrong password waits for its answer.
delay = 1

[rights]
type = authenticated

[storage]
filesystem_folder = {storage}
# Caches repeat what the events say; they must not outlive an erased contact.
filesystem_cache_folder = {caches}
use_cache_subfolder_for_item = True
use_cache_subfolder_for_history = True
use_cache_subfolder_for_synctoken = True
# Otherwise every question reads and hashes every event of its month.
use_mtime_and_size_for_item_cache = True

[web]
type = none

[logging]
level = critical
"""
"""Of Radicale, with `users`, `storage` and `caches` to be filled in."""

TIED = ("setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--", sys.executable, "-P", "-m")
"""Runs a Python module that dies with the process that starts it (prctl(2), PR_SET_PDEATHSIG, by Debian's setpriv)."""


@valueclass(frozen=True)
class Launch:
    """How to start the server, as often as need be, and how to speak to it: all visits find it by `account_in`."""

    command: tuple[str, ...]
    environment: Mapping[str, str]
    account: Account

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens: IP address and port."""
        parts = urlsplit(self.account.url)
        return parts.hostname or "", parts.port or 0


def prepare(state: Path, runtime: Path) -> Launch:
    """Write the server's files into the two private directories and say how to start it. Raises OSError.

    Its standard error may name what citizens typed: discard it.
    """
    password, port = secrets.token_urlsafe(32), free_port()
    configuration = configure(state, runtime, "loopback", password)
    serve = (f"--listen=127.0.0.1:{port}", "--threads=8", "--connection-limit=1000", "--backlog=1024")
    account = Account(f"http://127.0.0.1:{port}/{USER}/", USER, password)
    write_private(_account_file(runtime), json.dumps(asdict(account)))
    return Launch(
        command=(*TIED, "waitress", *serve, "--asyncore-use-poll", "radicale:application"),
        environment={**os.environ, "RADICALE_CONFIG": str(configuration)},
        account=account,
    )


def configure(state: Path, runtime: Path, door: str, password: str) -> Path:
    """Write Radicale's configuration for one of its doors: the same calendars, and one user with this `password`."""
    own, storage, caches = runtime / "calendar", state / "calendar", caches_in(runtime)
    for directory in (own, storage, caches):
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    users, configuration = own / f"{door}-users", own / f"{door}-configuration"
    write_private(users, f"{USER}:{password}\n")
    write_private(configuration, _CONFIGURATION.format(users=users, storage=storage, caches=caches))
    return configuration


def caches_in(runtime: Path) -> Path:
    """Where the server keeps what repeats contacts; a directory that is there already is used as it is."""
    return runtime / "calendar" / "caches"


def account_in(runtime: Path) -> Account | None:
    """How a visit reaches the server that was prepared in `runtime`; None where none was."""
    try:
        return Account(**json.loads(_account_file(runtime).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def free_port() -> int:
    """A port of the loopback on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _account_file(runtime: Path) -> Path:
    return runtime / "calendar" / "account.json"


def write_private(path: Path, text: str) -> None:
    """Write `text` to a new file at `path` that nobody else can read. Raises OSError."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
