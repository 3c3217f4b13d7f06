"""Pictures as ESC/POS bytes describe them: black dots are 1."""

from PIL import Image, ImageOps

_LEVELS = {48: 1, 49: 0, 50: 3, 51: 2}
"""GS ( k fn 169: L, M, Q, H; as qrcode numbers them (ISO/IEC 18004, table 12)."""

_MOST_HIGH = 4096


def raster(data: bytes, wide: int, high: int, times_wide: int, times_high: int) -> Image.Image:
    """Rows of `wide` bytes (GS v 0, GS ( L). What is missing is white, what is too high is cut off."""
    high = min(high, _MOST_HIGH)
    if not wide or not high:
        return Image.new("L", (1, 1), 255)
    dots = Image.frombytes("1", (wide * 8, high), data[: wide * high].ljust(wide * high, b"\0"))
    picture = ImageOps.invert(dots.convert("L"))
    size = (
        min(picture.width * max(1, min(times_wide, 2)), 8 * _MOST_HIGH),
        picture.height * max(1, min(times_high, 2)),
    )
    return picture.resize(size, Image.Resampling.NEAREST) if size != picture.size else picture


def columns_of(data: bytes, wide: int, deep: int, *, double: bool) -> Image.Image:
    """Columns of `deep` bytes, the highest bit on top (ESC *)."""
    lying = raster(data, deep, wide, 1, 1)
    picture = lying.transpose(Image.Transpose.TRANSPOSE)
    return picture.resize((picture.width * 2, picture.height), Image.Resampling.NEAREST) if double else picture


def qr_code(data: bytes, size: int, level: int) -> Image.Image | None:
    """The code without white around it, as printers print it; None when it holds nothing or too much."""
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    code = QRCode(error_correction=_LEVELS.get(level, 1), border=0, box_size=1)
    code.add_data(data, optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return None
    matrix = code.get_matrix()
    if not data:
        return None
    picture = Image.new("L", (len(matrix), len(matrix)), 255)
    picture.putdata([0 if module else 255 for row in matrix for module in row])
    side = len(matrix) * max(1, min(size, 16))
    return picture.resize((side, side), Image.Resampling.NEAREST)
