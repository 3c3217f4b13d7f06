"""Whether identity cards can be read here, for `status`."""

from collections.abc import Callable
from threading import Event, Thread

from hardware.ausweisapp.installed import installed
from terminal.supervisor.health import Part
from terminal.supervisor.settings import Settings

WAIT_S = 0.5
"""The readers' service answers within a millisecond, or it hangs; who asks for the status does not hang with it."""


class CardHealth:
    """Call it for the part of these settings; None where no journey reads cards. `find`, `reader_there`: for tests."""

    def __init__(
        self,
        *,
        simulate: bool,
        find: Callable[[], str | None] = installed,
        reader_there: Callable[[], bool] | None = None,
    ) -> None:
        self._simulate = simulate
        self._find = find
        self._reader_there = reader_there or _reader_there
        self._asking: Event | None = None
        self._there = False

    def __call__(self, settings: Settings) -> Part | None:
        """See `terminal.supervisor.kiosk.Setup`."""
        if not settings.cards:
            return None
        if self._find() is None:
            return Part("cards", "AusweisApp is not installed")
        return Part("cards", None if self._simulate else self._reader())

    def _reader(self) -> str | None:
        if self._asking is None or self._asking.is_set():
            self._asking = Event()
            Thread(target=self._ask, args=(self._asking,), name="cards", daemon=True).start()
        if not self._asking.wait(WAIT_S):
            return "the service of the card readers (pcscd) does not answer"
        return None if self._there else "no card reader is connected, or its service (pcscd) does not run"

    def _ask(self, answered: Event) -> None:
        try:
            self._there = self._reader_there()
        except ImportError:
            self._there = False
        finally:
            answered.set()


def _reader_there() -> bool:
    from hardware.pcsc_reader.reader import PcscReader

    return PcscReader().present()
