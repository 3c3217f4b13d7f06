"""The modules of a QR code."""

Modules = list[list[bool]]


def modules_of(data: str) -> Modules:
    """Without the white around it, error correction M, all in bytes: no printer's own choice of modes is larger."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import MODE_8BIT_BYTE, QRData

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(QRData(data.encode("utf-8"), mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]
