"""The catalogue of services behind its port."""

from pathlib import Path

from config.schema import Configuration
from terminal.adapters import Adapters
from terminal.central.catalogue.library import Library
from terminal.central.catalogue.on_demand import OnDemand
from terminal.central.catalogue.port import CATALOGUE
from terminal.moments import Clock


def library_of(configuration: Configuration, state: Path, clock: Clock) -> Library:
    """The services of a configuration."""
    settings = configuration.catalogue
    own = Path(settings.own) if settings.own else None
    return Library(state, clock.now().date(), source=settings.source, own=own, hidden=settings.hidden)


def catalogue_of(configuration: Configuration, state: Path, clock: Clock, adapters: Adapters) -> Adapters:
    """`adapters`, and the catalogue."""
    return adapters.having(CATALOGUE, OnDemand(library_of(configuration, state, clock)))
