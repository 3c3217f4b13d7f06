"""How a printer is reached: a function that makes a wire, for each way of connecting one.

Each raises OSError when there is no printer, somebody else prints on it, or the time is over.
"""

import fcntl
import ipaddress
import os
import socket
import termios
import tty
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from hardware.escpos_receipt_printer.time_limit import TimeLimit
from hardware.escpos_receipt_printer.wire import DescriptorWire, Wire

Connect = Callable[[TimeLimit], Wire]

USB_PRINTERS = Path("/sys/class/usbmisc")
"""Where the kernel's printer class driver (usblp) lists its devices."""


def network(host: str, port: int) -> Connect:
    """A printer on the network, mostly on port 9100."""

    def connect(limit: TimeLimit) -> Wire:
        address = _resolved(host, port, limit)
        connected = socket.create_connection((address, port), timeout=max(limit.left_s, 0.001))
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return DescriptorWire(connected.detach())

    return connect


def device(path: Path) -> Connect:
    """A device file that answers, such as /dev/usb/lp0."""
    return lambda limit: DescriptorWire(_opened(path))


def usb(vendor_and_product: str | None, listed: Path = USB_PRINTERS, devices: Path = Path("/dev/usb")) -> Connect:
    """The USB printer with these ids, as lsusb writes them ("04b8:0202"); None: the only one there is."""

    def connect(limit: TimeLimit) -> Wire:
        found = [name for name, ids in _usb_printers(listed) if vendor_and_product in (None, ids)]
        if len(found) != 1:
            raise FileNotFoundError(f"{len(found)} USB printers fit")
        return DescriptorWire(_opened(devices / found[0]))

    return connect


def serial(path: Path, bits_per_s: int) -> Connect:
    """A printer on a serial port: 8 bits, no parity, and the printer's DTR on our CTS, as printer cables have it.

    Raises ValueError for a speed that serial ports do not know.
    """
    speed = getattr(termios, f"B{bits_per_s}", None)
    if speed is None:
        raise ValueError(f"{bits_per_s} bit/s is no speed of a serial port")

    def connect(limit: TimeLimit) -> Wire:
        fd = _opened(path)
        try:
            tty.setraw(fd, termios.TCSANOW)
            mode = termios.tcgetattr(fd)
            mode[2] = termios.CS8 | termios.CREAD | termios.CLOCAL | termios.CRTSCTS
            mode[4] = mode[5] = speed
            termios.tcsetattr(fd, termios.TCSANOW, mode)
        except termios.error as error:
            os.close(fd)
            raise OSError(f"{path} is no serial port") from error
        return DescriptorWire(fd)

    return connect


def _opened(path: Path) -> int:
    fd = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(fd)
        raise
    return fd


def _usb_printers(listed: Path) -> list[tuple[str, str]]:
    """Name of the device file, and ids of the USB device, which stands above the interface that `device` links to."""
    found = []
    for entry in sorted(listed.glob("lp*")):
        above = (entry / "device").resolve().parent
        ids = [(above / name).read_text(encoding="ascii").strip() for name in ("idVendor", "idProduct")]
        found.append((entry.name, ":".join(ids)))
    return found


def _resolved(host: str, port: int, limit: TimeLimit) -> str:
    """The address of `host`. The system's resolver knows no deadline, so it is asked on a thread of its own."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        answers: SimpleQueue[str] = SimpleQueue()
    Thread(target=_resolve, args=(host, port, answers), name="resolver", daemon=True).start()
    try:
        address = answers.get(timeout=limit.left_s)
    except Empty:
        raise TimeoutError("the resolver does not answer") from None
    if not address:
        raise ConnectionError("the printer's name is not known")
    return address


def _resolve(host: str, port: int, answers: "SimpleQueue[str]") -> None:
    try:
        answers.put(str(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][4][0]))
    except (OSError, UnicodeError):
        answers.put("")
