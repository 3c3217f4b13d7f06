"""Where a simulated kiosk's printed slips lie: a printer outlives visits, but not the kiosk."""

from pathlib import Path
from shutil import rmtree


def tray_in(runtime: Path) -> Path:
    """The simulated printer's directory: its condition, and a PNG for each slip."""
    return runtime / "receipt-printer"


def empty_tray(runtime: Path) -> None:
    """A new printer, for a kiosk that starts."""
    rmtree(tray_in(runtime), ignore_errors=True)
