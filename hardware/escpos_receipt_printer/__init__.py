"""Receipt printers that speak ESC/POS: composed with python-escpos, sent and confirmed by ourselves.

python-escpos's own connections say "success" to a mute printer, "plenty of paper" to a closed one, and nothing at all
when the connection is reset after the last write; so only its knowledge of printers is used, not its connections.
"""

from hardware.escpos_receipt_printer.printer import EscposReceiptPrinter

__all__ = ["EscposReceiptPrinter"]
