"""The kiosk's own calendar server, opened for the town's network: TLS, a password, the same calendars.

A second process (Radicale under gunicorn), so that nothing outside can slow or end what the kiosk itself speaks to.
"""

import os
from hashlib import sha256
from pathlib import Path

from terminal.central.appointments.caldav.account import Account
from terminal.central.appointments.embedded import TIED, USER, Launch, configure
from terminal.values import valueclass

SHORTEST_PASSWORD = 16
"""Characters. The network guesses slowly, for years."""

_THREADS = 8


@valueclass(frozen=True)
class Opening:
    """Where it listens (``192.0.2.10:5232``), and the PEM files of its certificate and key."""

    listen: str
    certificate: str
    key: str


class WeakPasswordError(Exception):
    """`args[0]` says what would be better; it never contains the password."""


def open_to_network(state: Path, runtime: Path, opening: Opening, password: str) -> Launch:
    """Write the server's files and say how to start it. Raises OSError and `WeakPasswordError`."""
    if len(password) < SHORTEST_PASSWORD or ":" in password:
        raise WeakPasswordError(f"its password needs at least {SHORTEST_PASSWORD} characters, and no colon")
    configuration = configure(state, runtime, "network", password)
    serve = ("--bind", opening.listen, "--certfile", opening.certificate, "--keyfile", opening.key)
    one_process = ("--worker-class", "gthread", "--threads", str(_THREADS), "--no-control-socket")
    return Launch(
        command=(*TIED, "gunicorn", *serve, *one_process, "--log-level", "critical", "radicale:application"),
        environment={**os.environ, "RADICALE_CONFIG": str(configuration)},
        account=Account(f"https://{opening.listen}/{USER}/", USER, password, opening.certificate),
    )


def fingerprint(opening: Opening, password: str) -> str:
    """Changes with everything that a running server would have to be started again for. Raises OSError."""
    seen = sha256(password.encode())
    for file in (opening.certificate, opening.key):
        seen.update(Path(file).read_bytes())
    return seen.hexdigest()
