"""The printer as a part of the kiosk's health."""

from terminal.devices import PrinterState

_WHY = {
    PrinterState.PAPER_LOW: "the paper is nearly at its end",
    PrinterState.PAPER_OUT: "there is no paper",
    PrinterState.COVER_OPEN: "the cover is open",
    PrinterState.OFFLINE: "it is off, not connected, or does not answer",
}


def condition(state: PrinterState) -> tuple[bool, str | None]:
    """Whether it is well, and what staff should know: one whose paper runs low is well, but says so."""
    return state.prints, _WHY.get(state)
