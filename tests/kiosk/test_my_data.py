"""The real window of a kiosk whose town has an eID service that is down: said, and the visit lives. The rest is in tests/identity."""

from pathlib import Path

import pytest

from tests.identity.front import signer
from tests.kiosk.conftest import Build
from tests.kiosk.machine import SUPERVISION, Machine


@pytest.fixture(scope="module")
def shared(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A kiosk that offers it; nobody listens at the service's address."""
    machine = build("portrait")
    files: Path = tmp_path_factory.mktemp("identity")
    for name in ("service", "ours"):
        (files / f"{name}.pem").write_bytes(signer(name).pem)
        (files / f"{name}.pem").chmod(0o600)
    machine.configure(
        f"""{SUPERVISION}
[eid_service]
address = "https://localhost:9/eID"
certificate = "{files / "service.pem"}"
identity_file = "{files / "ours.pem"}"
"""
    )
    appointments = machine.town / "appointments.toml"
    text = appointments.read_text(encoding="utf-8")
    appointments.write_text(text.replace('"town-hall"', '"my-data", "town-hall"'), encoding="utf-8")
    machine.start()
    machine.settled()
    return machine


def test_a_service_that_does_not_answer_is_told_and_the_visit_goes_on(kiosk: Machine) -> None:
    kiosk.walk("option:my-data", "way:begin")
    failed = kiosk.expect(lambda screen: screen.find("way:again"))
    assert failed.title == "Der Dienst für den Ausweis antwortet gerade nicht."
    kiosk.tap("option:more")
    kiosk.expect(lambda screen: screen.find("option:my-data"))
