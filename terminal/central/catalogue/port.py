"""The catalogue as journeys reach it."""

from collections.abc import Sequence
from typing import Protocol

from terminal.adapters import Port
from terminal.central.catalogue.model import Place, Service


class ServiceCatalogue(Protocol):
    """The services of this kiosk. Every call may take a moment, on a worker."""

    def find(self, typed: str) -> tuple[Sequence[Service], bool]:
        """The services that fit, the best first, and whether the first is worth being called an answer.

        At once by words; asked again for the same, by meaning as well.
        """

    def services(self) -> Sequence[Service]:
        """All of them."""

    def places(self) -> Sequence[Place]:
        """The offices that the catalogue itself names."""


CATALOGUE: Port[ServiceCatalogue] = Port("catalogue")
"""Not there where no journey offers services."""
