"""Slips, and printers to print them on, for the tests of receipt printing."""

from pathlib import Path

from hardware.escpos_receipt_printer.composing import Composer
from hardware.escpos_receipt_printer.drawing import Typeface
from terminal.receipts.layout import Columns
from terminal.receipts.slip import Code, Figure, Line, Rule, Slip, Title

FONTS = Path(__file__).parents[2] / "screens" / "fonts"
TYPEFACES = (
    Typeface(FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf"),
    Typeface(FONTS / "DejaVuSans.ttf", FONTS / "DejaVuSans-Bold.ttf"),
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//Test//DE\r\nBEGIN:VEVENT\r\nUID:5f0e1b0a-2d0f-4c1b-9b1a\r\n"
    "DTSTAMP:20261122T180000Z\r\nDTSTART:20261124T091500Z\r\nDTEND:20261124T093000Z\r\n"
    "SUMMARY:Bürgeramt: Wohnung anmelden\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SLIP = Slip(
    (
        Title("Ihr Termin"),
        Rule(),
        Figure("Wann", "Di, 24. November 2026, 10:15"),
        Figure("Ihre Nummer", "B 117", large=True),
        Line("Bitte mitbringen", bold=True),
        Line("Wohnungsgeberbestätigung („Vermieterbescheinigung“) – Gebühr: 12,50 €"),
        Line("Maßstab ÄÖÜäöüß, Größe"),
        Code("BT1:7F3K-9Q2M", "Zum Ändern des Termins"),
        Code(CALENDAR, "Für den Kalender"),
    )
)


def composer(cache: Path, columns: Columns = 48, profile: str = "TM-T20II") -> Composer:
    """A composer that needs no kiosk."""
    return Composer(profile, columns, TYPEFACES, cache)
