"""What only the whole configuration shows: services that lead to offices, concerns and eID services that are not there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from config.layers import Path_
from config.problems import did_you_mean
from config.schema import Configuration
from config.schema.catalogue import Catalogue
from config.schema.journeys import WITH_IDENTIFICATION
from terminal.central.catalogue.responsible import BUNDLED, responsible_names
from terminal.central.catalogue.service_files import read_service_files


def _about_files(catalogue: Catalogue) -> Iterator[tuple[Path_, str]]:
    """Mistakes in the town's own service files, and hidden services that are not there."""
    known = {file.stem for file in (BUNDLED / "services").glob("*.toml")}
    if catalogue.own:
        found = read_service_files(Path(catalogue.own), datetime.now(UTC).date())
        known |= {service.id for service in found.catalogue.services}
        for problem in found.problems:
            if problem.related not in known:
                yield ("catalogue", "own"), str(problem)
    for n, id in enumerate(catalogue.hidden):
        if id not in known and catalogue.source == "bundled":
            yield ("catalogue", "hidden", n), f'there is no service "{id}"{did_you_mean(id, sorted(known))}'


def misdirections(configuration: Configuration) -> Iterator[tuple[Path_, str]]:
    """Key and reason, for staff."""
    yield from _about_files(configuration.catalogue)
    offices = [office.id for office in configuration.offices]
    concerns = [concern.id for concern in configuration.concerns]
    for role, office in configuration.catalogue.responsible.items():
        key = ("catalogue", "responsible", role)
        if role not in responsible_names():
            yield key, f"is none of config/catalogue/responsible.toml{did_you_mean(role, sorted(responsible_names()))}"
        elif office not in offices:
            yield key, f'there is no office "{office}"{did_you_mean(office, offices)}'
    for n, journey in enumerate(configuration.journeys.enabled):
        if journey in WITH_IDENTIFICATION and not configuration.eid_service.complete:
            yield (
                ("journeys", "enabled", n),
                f'"{journey}" needs [eid_service] with address, certificate and identity_file',
            )
    for service, concern in configuration.catalogue.concerns.items():
        if concern not in concerns:
            yield (
                ("catalogue", "concerns", service),
                f'there is no concern "{concern}"{did_you_mean(concern, concerns)}',
            )
