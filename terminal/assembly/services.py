"""The catalogue of services behind its port. Its library is imported when somebody searches: arrays are slow to import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.central.catalogue.on_demand import OnDemand
from terminal.central.catalogue.port import CATALOGUE
from terminal.moments import Clock

if TYPE_CHECKING:
    from terminal.central.catalogue.library import Library


def library_of(configuration: Configuration, state: Path, clock: Clock) -> Library:
    """The services of a configuration."""
    from terminal.central.catalogue.library import Library

    settings = configuration.catalogue
    own = Path(settings.own) if settings.own else None
    return Library(state, clock.now().date(), source=settings.source, own=own, hidden=settings.hidden)


def catalogue_of(configuration: Configuration, state: Path, clock: Clock, adapters: Adapters) -> Adapters:
    """`adapters`, and the catalogue."""
    return adapters.having(CATALOGUE, OnDemand(lambda: library_of(configuration, state, clock)))
