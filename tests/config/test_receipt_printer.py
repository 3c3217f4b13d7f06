"""[receipt_printer]: addresses fit their kind, and every profile is one that prints the euro and pictures."""

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from config.schema.receipt_printer import Profile, ReceiptPrinter


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("none", None),
        ("simulated", None),
        ("network", "192.0.2.17"),
        ("network", "printer.example.org:9101"),
        ("network", "[2001:db8::17]:9100"),
        ("usb", None),
        ("usb", "04b8:0202"),
        ("serial", "/dev/ttyS0"),
        ("serial", "/dev/ttyUSB0@115200"),
        ("file", "/dev/usb/lp0"),
    ],
)
def test_an_address_that_fits_is_accepted(kind: Any, address: str | None) -> None:
    assert ReceiptPrinter(kind=kind, address=address).address == address


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("none", "192.0.2.17"),
        ("simulated", "x"),
        ("network", None),
        ("network", "192.0.2.17:0"),
        ("network", "192.0.2.17:70000"),
        ("network", "http://192.0.2.17"),
        ("usb", "/dev/usb/lp0"),
        ("usb", "04B8:0202"),
        ("serial", "ttyS0"),
        ("serial", "/dev/ttyS0@1234"),
        ("file", None),
        ("file", "lp0"),
    ],
)
def test_an_address_that_does_not_fit_is_refused_with_what_fits(kind: Any, address: str | None) -> None:
    with pytest.raises(ValidationError, match=f'kind = "{kind}" needs'):
        ReceiptPrinter(kind=kind, address=address)


def test_a_network_address_has_the_usual_port_unless_it_says_another() -> None:
    assert ReceiptPrinter(kind="network", address="p.example").host_and_port == ("p.example", 9100)
    assert ReceiptPrinter(kind="network", address="[2001:db8::17]:91").host_and_port == ("2001:db8::17", 91)


def test_a_serial_port_has_the_usual_speed_unless_it_says_another() -> None:
    assert ReceiptPrinter(kind="serial", address="/dev/ttyS0").path_and_speed == ("/dev/ttyS0", 9600)
    assert ReceiptPrinter(kind="serial", address="/dev/ttyS0@19200").path_and_speed == ("/dev/ttyS0", 19200)


def test_the_profiles_are_those_that_print_pictures_and_have_the_code_page_with_the_euro() -> None:
    from escpos.capabilities import CAPABILITIES

    profiles = CAPABILITIES["profiles"].items()
    able = {name for name, it in profiles if it["features"]["bitImageRaster"] and "CP1252" in it["codePages"].values()}
    assert set(get_args(Profile)) == able
