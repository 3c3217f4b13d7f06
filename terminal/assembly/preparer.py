"""A process that prepares the catalogue of services for search by meaning, while the kiosk goes on: see `terminal.supervisor.preparing`."""

import os
import sys

from config.schema import Configuration
from terminal.assembly.services import library_of
from terminal.central.catalogue.library import load_model
from terminal.directories import state_dir
from terminal.moments import SystemClock


def main() -> int:
    """Reads a snapshot from standard input. On a machine that cannot run the model nothing is prepared."""
    os.nice(19)
    configuration = Configuration.model_validate_json(sys.stdin.buffer.read())
    library = library_of(configuration, state_dir(), SystemClock())
    services = library.services()
    if library.is_prepared(services):
        return 0
    model = load_model()
    if model is None:
        return 1
    library.prepare(services, model, lambda done, all: None)
    return 0
