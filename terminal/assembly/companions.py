"""The servers that run beside the visits: the calendar that comes with the kiosk, and its door to the town's network."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from terminal.assembly.memory_caches import forget, keep_in_memory
from terminal.central.appointments.embedded import caches_in, prepare
from terminal.supervisor.companion import NotPreparedError, Prepare
from terminal.supervisor.services import ServicePlan
from terminal.supervisor.settings import Settings


def companions(state: Path, runtime: Path, cwd: Path) -> Mapping[str, Prepare]:
    """By their names in events and in `status`."""
    network = _Network(state, runtime, cwd)
    return {"calendar": _OwnCalendar(state, runtime, cwd).prepare, "calendar-network": network.prepare}


def forget_servers(runtime: Path) -> None:
    """Remove what they leave in the runtime directory: passwords, and caches that repeat what citizens gave."""
    forget(caches_in(runtime))
    shutil.rmtree(runtime / "calendar", ignore_errors=True)


class _OwnCalendar:
    """Runs from the first configuration on that needs it until the kiosk stops.

    It is not stopped by one without appointments: a visit that began with the one before may still be booking.
    """

    def __init__(self, state: Path, runtime: Path, cwd: Path) -> None:
        self._state, self._runtime, self._cwd = state, runtime, cwd
        self._plan: ServicePlan | None = None

    def prepare(self, settings: Settings) -> ServicePlan | None:
        if self._plan is None and settings.appointments and settings.calendar_url is None:
            keep_in_memory(caches_in(self._runtime))
            launch = prepare(self._state, self._runtime)
            self._plan = ServicePlan("calendar", launch.command, self._cwd, launch.environment, address=launch.address)
        return self._plan


class _Network:
    """Runs as long as the configuration opens the calendar."""

    def __init__(self, state: Path, runtime: Path, cwd: Path) -> None:
        self._state, self._runtime, self._cwd = state, runtime, cwd

    def prepare(self, settings: Settings) -> ServicePlan | None:
        listen, certificate, key = settings.calendar_listen, settings.calendar_certificate, settings.calendar_key_file
        if not (settings.appointments and listen and certificate and key and settings.calendar_password_file):
            return None
        # Most kiosks' supervisors never need them.
        from config.secrets import SecretRefusedError, read_secret
        from terminal.central.appointments.opened import Opening, WeakPasswordError, fingerprint, open_to_network

        opening = Opening(listen, certificate, key)
        try:
            keep_in_memory(caches_in(self._runtime))
            password = read_secret(Path(settings.calendar_password_file))
            launch = open_to_network(self._state, self._runtime, opening, password)
        except (SecretRefusedError, WeakPasswordError) as reason:
            raise NotPreparedError(str(reason)) from None
        edition = fingerprint(opening, password)
        return ServicePlan("calendar-network", launch.command, self._cwd, launch.environment, edition, launch.address)
