"""What a phone, or a scanner, reads off a picture."""

import re
import subprocess
from pathlib import Path


def read_off(picture: Path) -> str:
    """The texts of all QR codes on it, one after the other, as zbar finds them."""
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-Sbinary", str(picture)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def appointment_code_on(picture: Path) -> str:
    """The code of an appointment on it."""
    (code,) = re.findall(r"BT1:[A-Z0-9.:-]+?:[A-Z2-7]{16}", read_off(picture))
    return str(code)
