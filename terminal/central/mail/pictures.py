"""Pictures for letters."""

from io import BytesIO


def code_picture(data: str) -> bytes:
    """A QR code as a PNG, large enough to be read from a phone's screen. Raises ValueError for more than a code holds."""
    import qrcode  # slow to import, and most visits write no letter

    picture = BytesIO()
    qrcode.make(data, error_correction=qrcode.ERROR_CORRECT_M, box_size=8).save(picture)
    return picture.getvalue()
