"""AusweisApp's workflow RUN_CHANGE_PIN: setting, changing, unblocking a PIN, and looking how it is."""

from collections.abc import Mapping

from hardware.ausweisapp.card_workflow import CardWorkflow
from terminal.eid import CardLooked, EidEnd, Entry, PinChanged, Purpose, Unblocked


class PinWorkflow(CardWorkflow):
    """One run for `purpose`."""

    def __init__(self, purpose: Purpose, *, on_screen: bool) -> None:
        super().__init__(on_screen=on_screen)
        self._purpose = purpose

    def _run(self) -> Mapping[str, object]:
        return {"cmd": "RUN_CHANGE_PIN"}

    @property
    def _perhaps(self) -> bool:
        """Whether the card may have a new PIN of which nobody has told."""
        return self._entered is Entry.NEW_PIN

    def _looked(self, entry: Entry, tries: int) -> EidEnd | None:
        if self._purpose is Purpose.LOOK:
            return CardLooked(tries)
        if self._entered is Entry.PUK and entry is not Entry.PUK:
            return Unblocked()
        if self._purpose is Purpose.UNBLOCK and entry is not Entry.PUK:
            return CardLooked(tries)
        return None

    def _won(self, success: bool) -> EidEnd | None:
        # Only what we ask the card for can have happened: the program's own simulator says so of itself.
        return PinChanged() if success and self._entered is Entry.NEW_PIN else None
