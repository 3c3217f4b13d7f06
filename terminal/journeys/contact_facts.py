"""Address, phone and the like as facts on a page, written and spoken the same way in every journey."""

from terminal.central.offices import Address
from terminal.steps import Fact
from terminal.wording import message


def address_fact(address: Address) -> Fact:
    """Street, postcode and place."""
    value = message("value-address", street=address.street, postcode=address.postcode, place=address.place)
    return Fact(message("label-address"), value)


def phone_fact(number: str) -> Fact:
    """A phone number, spoken digit by digit."""
    return Fact(message("label-phone"), message("value-phone", number=number))


def email_fact(address: str) -> Fact:
    """An e-mail address."""
    return Fact(message("label-email"), message("value-email", address=address))


def web_fact(address: str) -> Fact:
    """A web address, shown without what browsers add themselves."""
    shown = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return Fact(message("label-web"), message("value-web", address=shown))
