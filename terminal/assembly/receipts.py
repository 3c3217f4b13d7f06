"""The receipt printer that the configuration names, or the simulated one."""

from collections.abc import Mapping
from pathlib import Path

from config.schema.receipt_printer import ReceiptPrinter as Settings
from hardware.escpos_receipt_printer import EscposReceiptPrinter
from hardware.escpos_receipt_printer import connecting as ways
from hardware.escpos_receipt_printer.composing import Composer
from hardware.escpos_receipt_printer.connecting import Connect
from hardware.escpos_receipt_printer.drawing import Typeface
from hardware.simulated.receipt_printer import SimulatedReceiptPrinter, Tray
from hardware.simulated.receipt_printer_dock import commands
from screens.typography import Face
from terminal.desk.dock import DockCommand
from terminal.receipts.journal import PrintOnce
from terminal.receipts.tray import tray_in


def receipts(
    settings: Settings, runtime: Path, *, simulate: bool
) -> tuple[PrintOnce | None, Mapping[str, DockCommand]]:
    """The printer behind its journal, None where there is none; and what the dock can ask of a simulated one."""
    tray = Tray(tray_in(runtime)) if simulate and settings.kind in ("none", "simulated") else None
    connect = _simulated(tray, settings) if tray else _connect(settings)
    if connect is None:
        return None, {}
    composer = Composer(settings.profile, settings.columns, _typefaces(), runtime / "escpos")
    printer = EscposReceiptPrinter(connect, composer, settings.deadline_s, answers_in_order=settings.answers_in_order)
    return PrintOnce(printer, runtime / "receipts"), commands(tray) if tray else {}


def _connect(settings: Settings) -> Connect | None:
    match settings.kind:
        case "network":
            return ways.network(*settings.host_and_port)
        case "usb":
            return ways.usb(settings.address)
        case "serial":
            path, speed = settings.path_and_speed
            return ways.serial(Path(path), speed)
        case "file":
            return ways.device(Path(settings.address or ""))
        case "none" | "simulated":
            return None


def _simulated(tray: Tray, settings: Settings) -> Connect:
    letters = _typefaces()[-1]
    return SimulatedReceiptPrinter(tray, settings.columns, letters.regular, letters.bold).connect


def _typefaces() -> tuple[Typeface, ...]:
    return (
        Typeface(Face(False, 1).file, Face(True, 1).file),
        Typeface(Face(False, 1, "arabic").file, Face(True, 1, "arabic").file),
    )
