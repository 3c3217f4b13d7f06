"""The catalogue of one visit: opened when it is asked for first, on a worker, and kept in the memory of that visit only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from terminal.central.catalogue.model import Catalogue, Place, Service

if TYPE_CHECKING:
    from terminal.central.catalogue.library import Library
    from terminal.central.catalogue.search.finder import Finder, Found

MOST_SHOWN = 8


class OnDemand:
    """A `ServiceCatalogue` of the library that `visit_library` gives, which is asked once."""

    def __init__(self, visit_library: Callable[[], Library]) -> None:
        self._visit_library = visit_library
        self._lock = Lock()
        self._catalogue: Catalogue | None = None
        self._finder: Finder | None = None
        self._asked = ""
        self._reflected: Found | None = None

    def find(self, typed: str) -> tuple[Sequence[Service], bool]:
        """See `ServiceCatalogue`."""
        with self._lock:
            finder = self._open_finder()
            if typed != self._asked:
                self._asked, self._reflected = typed, None
                found = finder.at_once(typed, MOST_SHOWN)
            else:
                found = self._reflected = self._reflected or finder.on_reflection(typed, MOST_SHOWN)
        return tuple(hit.service for hit in found.hits), found.sure

    def services(self) -> Sequence[Service]:
        """See `ServiceCatalogue`."""
        with self._lock:
            return self._open().services

    def places(self) -> Sequence[Place]:
        """See `ServiceCatalogue`."""
        with self._lock:
            return self._open().places

    def _open(self) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = self._library.services()
        return self._catalogue

    def _open_finder(self) -> Finder:
        if self._finder is None:
            self._finder = self._library.finder(self._open())
        return self._finder

    @cached_property
    def _library(self) -> Library:
        return self._visit_library()
