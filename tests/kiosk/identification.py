"""A kiosk in a town with an eID service, whose tests' server and virtual card its visits believe."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.identity.eid_service import Front
from tests.identity.whole_service import WholeService, whole_service
from tests.kiosk.machine import ROOT, Machine

_RELAXED = Path(__file__).parent / "relaxed"


@contextmanager
def eid_service(directory: Path) -> Iterator[WholeService]:
    """The service. What belongs to the kiosk is in `directory`."""
    with whole_service(directory) as running:
        for file in directory.glob("*.pem"):
            file.chmod(0o600)
        yield running


def settings(service: WholeService) -> str:
    """What a town writes to use it."""
    front: Front = service.front
    return f"""
[eid_service]
address = "{front.address}"
tc_token = "{service.server.address}/tctoken?s={{session}}"
certificate = "{front.directory / "service.pem"}"
authority = "{front.directory / "service.pem"}"
identity_file = "{front.directory / "kiosk.pem"}"
"""


def offer(machine: Machine, *journeys: str) -> None:
    """Offer these journeys too, on the start screen before the others."""
    appointments = machine.town / "appointments.toml"
    text = appointments.read_text(encoding="utf-8")
    more = "".join(f'"{journey}", ' for journey in journeys)
    appointments.write_text(text.replace('"town-hall"', f'{more}"town-hall"'), encoding="utf-8")


def start(machine: Machine, person: Mapping[str, str]) -> None:
    """Start a kiosk whose virtual card bears the names of `person`."""
    card = machine.directory / "person.json"
    card.write_text(json.dumps(person), encoding="utf-8")
    machine.start(PYTHONPATH=f"{_RELAXED}:{ROOT}", TEST_PERSON=str(card))
    machine.settled()
