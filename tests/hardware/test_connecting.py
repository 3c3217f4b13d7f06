"""Ways to reach a printer: pseudo-terminals stand in for serial ports and device files."""

import os
import socket
import termios
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from hardware.escpos_receipt_printer import connecting
from hardware.escpos_receipt_printer.time_limit import TimeLimit


@pytest.fixture
def terminal() -> Iterator[tuple[int, Path]]:
    """The printer's end, and the path of ours."""
    printer, ours = os.openpty()
    yield printer, Path(os.ttyname(ours))
    for fd in (printer, ours):
        os.close(fd)


def test_a_serial_port_carries_every_byte_both_ways_at_its_speed(terminal: tuple[int, Path]) -> None:
    printer, path = terminal
    wire = connecting.serial(path, 19200)(TimeLimit(5))
    every = bytes(range(256))
    wire.write(every, TimeLimit(5))
    came = b""
    while len(came) < 256:
        came += os.read(printer, 256)
    os.write(printer, b"\x12\x13\x11")
    said = b""
    while len(said) < 3:
        said += wire.read(TimeLimit(5))
    assert (came, said) == (every, b"\x12\x13\x11")
    assert termios.tcgetattr(printer)[4] == termios.B19200
    wire.close()


def test_a_speed_that_serial_ports_do_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="1234"):
        connecting.serial(Path("/dev/ttyS0"), 1234)


def test_a_file_is_no_serial_port(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="no serial port"):
        connecting.serial(tmp_path / "file", 9600)(TimeLimit(1))


def test_nobody_else_prints_on_a_device_meanwhile(terminal: tuple[int, Path]) -> None:
    wire = connecting.device(terminal[1])(TimeLimit(1))
    with pytest.raises(BlockingIOError):
        connecting.device(terminal[1])(TimeLimit(1))
    wire.close()
    connecting.device(terminal[1])(TimeLimit(1)).close()


def test_a_device_that_takes_nothing_is_given_up_in_time(terminal: tuple[int, Path]) -> None:
    wire = connecting.device(terminal[1])(TimeLimit(1))
    with pytest.raises(TimeoutError):
        wire.write(b"x" * 1_000_000, TimeLimit(0.1))
    wire.close()


def test_a_device_that_says_nothing_is_given_up_in_time(terminal: tuple[int, Path]) -> None:
    wire = connecting.device(terminal[1])(TimeLimit(1))
    with pytest.raises(TimeoutError):
        wire.read(TimeLimit(0.05))
    wire.close()


def usb_printer(root: Path, name: str, vendor: str, product: str) -> None:
    device = root / "devices" / f"usb-{name}"
    (device / "interface").mkdir(parents=True)
    (device / "idVendor").write_text(f"{vendor}\n")
    (device / "idProduct").write_text(f"{product}\n")
    (root / "class" / name).mkdir(parents=True)
    (root / "class" / name / "device").symlink_to(device / "interface")


@pytest.mark.parametrize(
    ("wanted", "found"), [("04b8:0202", True), ("0519:0003", True), ("1234:5678", False), (None, False)]
)
def test_of_several_usb_printers_the_one_with_the_ids_is_taken(
    tmp_path: Path, terminal: tuple[int, Path], wanted: str | None, found: bool
) -> None:
    usb_printer(tmp_path, "lp0", "04b8", "0202")
    usb_printer(tmp_path, "lp1", "0519", "0003")
    for name in ("lp0", "lp1"):
        (tmp_path / name).symlink_to(terminal[1])
    connect = connecting.usb(wanted, tmp_path / "class", tmp_path)
    if found:
        connect(TimeLimit(1)).close()
    else:
        with pytest.raises(FileNotFoundError, match="USB printers fit"):
            connect(TimeLimit(1))


def test_the_only_usb_printer_needs_no_ids(tmp_path: Path, terminal: tuple[int, Path]) -> None:
    usb_printer(tmp_path, "lp0", "04b8", "0202")
    (tmp_path / "lp0").symlink_to(terminal[1])
    connecting.usb(None, tmp_path / "class", tmp_path)(TimeLimit(1)).close()


def test_a_usb_printer_that_is_not_there_is_no_crash(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        connecting.usb("04b8:0202", tmp_path, tmp_path)(TimeLimit(1))


def test_a_resolver_that_hangs_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()

    def hang(*_: object, **__: object) -> None:
        released.wait(10)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(TimeoutError):
        connecting.network("printer.example", 9100)(TimeLimit(0.05))
    released.set()


def test_a_name_that_nobody_knows_is_a_lost_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ConnectionError):
        connecting.network("printer.example", 9100)(TimeLimit(5))
