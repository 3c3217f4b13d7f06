"""What `./kiosk bench` compares holds, though nobody measures every day."""

from pathlib import Path

from config.loader import Loaded, load
from tests.bench.contenders import Kiosk


def test_the_town_that_is_measured_is_a_valid_one_without_appointments(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path, ":0")
    kiosk.prepare()
    found = load(tmp_path / "town")
    assert isinstance(found, Loaded), found
    assert not found.configuration.journeys.with_appointments
