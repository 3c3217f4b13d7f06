"""From a configuration to the town's data as journeys see it."""

from config.schema import Configuration
from terminal.central.catalogue.responsible import responsible_names
from terminal.journeys.snapshot import LegalTexts, Snapshot


def snapshot_of(
    configuration: Configuration, *, printer: bool = False, scanner: bool = False, mail: str = ""
) -> Snapshot:
    """The town's data as journeys see it. `printer`: slips can be printed here. `scanner`: their codes can be read.

    `mail`: see `Snapshot`.
    """
    legal = configuration.legal
    return Snapshot(
        town=configuration.town.full_name,
        address=configuration.town.address,
        reception=configuration.town.reception,
        reception_hours=configuration.town.reception_hours,
        offices=configuration.offices,
        calendar=configuration.holidays,
        appointments=configuration.appointments,
        counters=configuration.counters,
        concerns=configuration.concerns,
        printer=printer,
        scanner=scanner,
        mail=mail,
        responsible=dict(configuration.catalogue.responsible),
        responsible_names=responsible_names() if configuration.journeys.with_catalogue else {},
        service_concerns=dict(configuration.catalogue.concerns) if configuration.journeys.with_appointments else {},
        prefill=configuration.eid_service.prefill and configuration.eid_service.complete,
        eid_concern=configuration.eid.concern,
        pin_keys_shuffled=configuration.eid.shuffled,
        help115=configuration.help115,
        legal=LegalTexts(privacy=legal.privacy, imprint=legal.imprint, accessibility=legal.accessibility),
    )
