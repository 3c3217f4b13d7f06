"""The modules of a QR code, error correction M, all in bytes: no printer's own choice of modes makes it larger."""

from typing import Any

Modules = list[list[bool]]


def side_of(data: str) -> int:
    """Modules of one side, without the white around it (ISO/IEC 18004, 7.3.1). Drawing them takes far longer."""
    return 17 + 4 * int(_code(data).best_fit(start=1))


def modules_of(data: str) -> Modules:
    """Row by row, dark is True, without the white around it."""
    code = _code(data)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _code(data: str) -> Any:
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import MODE_8BIT_BYTE, QRData

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(QRData(data.encode("utf-8"), mode=MODE_8BIT_BYTE))
    return code
