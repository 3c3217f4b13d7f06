"""[receipt_printer]: the printer for slips."""

import re
from pathlib import PurePosixPath
from typing import Literal, Self

from pydantic import Field, model_validator

from terminal.central.offices.frozen import Frozen
from terminal.receipts.printing import LONGEST_DEADLINE_S

Kind = Literal["none", "network", "usb", "serial", "file", "simulated"]
Profile = Literal[
    "default", "CT-S651", "KR-306", "NT-5890K", "NT-80-V-UL", "P822D", "POS-5890", "RP-F10-58mm", "RP-F10-80mm",
    "RP326", "SP2000", "Sunmi-V2", "TEP-200M", "TH230", "TH230Plus", "TM-L90", "TM-P80", "TM-P80-42col", "TM-T20II",
    "TM-T20II-42col", "TM-T88II", "TM-T88III", "TM-T88IV", "TM-T88V", "TSP600", "TUP500", "ZJ-5870",
]  # fmt: skip
"""Those of python-escpos with the code page of the euro, and with pictures, which names in other scripts need."""

_NETWORK = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:(?P<port>[0-9]{1,5}))?")
_SERIAL = re.compile(r"(?P<path>/[^@]+)(@(?P<speed>9600|19200|38400|57600|115200))?")
_HINTS = {
    "network": 'needs address = "192.0.2.17" or "192.0.2.17:9100"',
    "usb": 'needs address = "04b8:0202" as lsusb shows it, or none when it is the only USB printer',
    "serial": 'needs address = "/dev/ttyS0" or "/dev/ttyS0@19200" (9600, 19200, 38400, 57600 or 115200)',
    "file": 'needs address = "/dev/usb/lp0" or another device file that the printer answers on',
    "simulated": "needs no address",
    "none": "needs no address",
}


class ReceiptPrinter(Frozen):
    """Without a printer slips are shown on the screen, to be photographed."""

    kind: Kind = Field(
        default="none",
        examples=["network"],
        description="How it is connected. `file`: a device file. `./kiosk run --simulate` has a simulated printer instead of `none`; without it, `simulated` is none.",
    )
    address: str | None = Field(
        default=None,
        examples=["192.0.2.17:9100"],
        description="Of a network printer: name or IP address, and port where it is not 9100; of a USB printer: its ids "
        "as lsusb shows them, needed where there are several; of a serial one: `/dev/ttyS0@19200`.",
    )
    profile: Profile = Field(
        default="default",
        examples=["TM-T88V"],
        description="The model, or the one most like it, as python-escpos names them.",
    )
    columns: Literal[32, 42, 48] = Field(
        default=42,
        examples=[48],
        description="Characters in a line: 48 or 42 on 80 mm paper, 32 on 58 mm. Too many come out broken.",
    )
    deadline_s: float = Field(
        default=12,
        ge=3,
        le=LONGEST_DEADLINE_S,
        examples=[12],
        description="So long a slip may take until the printer has said that it is printed.",
    )
    answers_in_order: bool = Field(
        default=True,
        examples=[True],
        description='The printer answers GS r after the slip is printed. If yours never does, each slip ends with "not '
        'printed": then set false, and what it says right after the cut has to do.',
    )

    @model_validator(mode="after")
    def _address_fits(self) -> Self:
        fits = {
            "network": self.address is not None and _network(self.address),
            "usb": self.address is None or re.fullmatch(r"[0-9a-f]{4}:[0-9a-f]{4}", self.address) is not None,
            "serial": self.address is not None and _SERIAL.fullmatch(self.address) is not None,
            "file": self.address is not None and PurePosixPath(self.address).is_absolute(),
            "simulated": self.address is None,
            "none": self.address is None,
        }
        if not fits[self.kind]:
            raise ValueError(f'kind = "{self.kind}" {_HINTS[self.kind]}')
        return self

    @property
    def host_and_port(self) -> tuple[str, int]:
        """Of a network printer. Raises ValueError for another."""
        found = _NETWORK.fullmatch(self.address or "")
        if self.kind != "network" or not found:
            raise ValueError("not a network printer")
        return found["host"].strip("[]"), int(found["port"] or 9100)

    @property
    def path_and_speed(self) -> tuple[str, int]:
        """Of a serial printer, in bit/s. Raises ValueError for another."""
        found = _SERIAL.fullmatch(self.address or "")
        if self.kind != "serial" or not found:
            raise ValueError("not a serial printer")
        return found["path"], int(found["speed"] or 9600)


def _network(address: str) -> bool:
    found = _NETWORK.fullmatch(address)
    return found is not None and 0 < int(found["port"] or 9100) < 65536
