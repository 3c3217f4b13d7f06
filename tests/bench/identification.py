"""Reading a card from beginning to end, and how much of the time is ours: opening the session, and fetching what was read."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from hardware.ausweisapp.client import AusweisApp
from hardware.pcsc_reader.reader import PcscReader
from hardware.simulated.eid_card.reader import SimulatedReader
from terminal.attributes import Attribute, PersonalData
from terminal.central.identity.port import Opened
from terminal.eid import Consent, EidEnd, EntryWanted
from tests.bench.figures import percentiles
from tests.identity.conftest import customer_of, relaxed
from tests.identity.whole_service import whole_service

TIMES = 10
_ASKED = (Attribute.FAMILY_NAMES, Attribute.GIVEN_NAMES, Attribute.PLACE_OF_RESIDENCE)


def identification_times(say: Callable[[str], None], times: int = TIMES) -> dict[str, Any]:
    """Milliseconds, with a citizen who agrees and enters the PIN at once."""
    whole: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench.") as directory:
        place = Path(directory)
        reader = SimulatedReader(place / "reader")
        app = AusweisApp(
            place / "app", PcscReader(), on_screen=True, environment=reader.environment, furnish=relaxed,
            auth_more={"developerMode": True},
        )  # fmt: skip
        os.environ.update(reader.environment)
        for number in range(times):
            (place / str(number)).mkdir()
            reader.ask("insert citizen")
            with whole_service(place / str(number)) as service:
                town = customer_of(service)
                began_s = time.monotonic()
                opened = town.open(_ASKED, ())
                spent_s = time.monotonic() - began_s
                assert isinstance(opened, Opened)
                _read(app, opened)
                fetching_s = time.monotonic()
                assert isinstance(town.result(opened), PersonalData)
                spent_s += time.monotonic() - fetching_s
                whole.append(1000 * (time.monotonic() - began_s))
                ours.append(1000 * spent_s)
        app.close()
        reader.close()
    result = {"whole_ms": percentiles(whole), "ours_ms": percentiles(ours)}
    say(f"identification: {result}")
    return result


def _read(app: AusweisApp, opened: Opened) -> None:
    heard: SimpleQueue[Any] = SimpleQueue()
    session = app.identify(opened.tc_token_url, heard.put, heard.put)
    while not isinstance(said := heard.get(timeout=30), EidEnd):
        if isinstance(said, Consent):
            session.consent(())
        elif isinstance(said, EntryWanted):
            session.enter("123456")
