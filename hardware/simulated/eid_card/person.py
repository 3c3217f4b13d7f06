"""The holder of a virtual card: the data groups of the eID application (TR-03110-4, 2.2.3)."""

from collections.abc import Mapping

from hardware.simulated.eid_card.tlv import tlv
from terminal.values import valueclass

_UTF8, _PRINTABLE, _NUMERIC = 0x0C, 0x13, 0x12


@valueclass(frozen=True)
class Person:
    """Erika Mustermann, as on the specimen of the real card."""

    given_names: str = "ERIKA"
    family_names: str = "MUSTERMANN"
    title: str = ""
    date_of_birth: str = "19640812"
    place_of_birth: str = "BERLIN"
    birth_name: str = "GABLER"
    street: str = "HEIDESTRASSE 17"
    city: str = "KÖLN"
    postcode: str = "51147"
    valid_until: str = "20310131"


def data_groups(person: Person) -> Mapping[int, bytes]:
    """Content by number, from 1."""
    address = b"".join(
        (
            tlv(0xAA, _text(person.street)),
            tlv(0xAB, _text(person.city)),
            tlv(0xAD, _string(_PRINTABLE, "D")),
            tlv(0xAE, _string(_PRINTABLE, person.postcode)),
        )
    )
    return {
        1: _string(_PRINTABLE, "ID"),
        2: _string(_PRINTABLE, "D"),
        3: _string(_NUMERIC, person.valid_until),
        4: _text(person.given_names),
        5: _text(person.family_names),
        6: _text(""),
        7: _text(person.title),
        8: _string(_NUMERIC, person.date_of_birth),
        9: tlv(0xA1, _text(person.place_of_birth)),
        10: _string(_PRINTABLE, "D"),
        13: _text(person.birth_name),
        17: tlv(0x30, address),
    }


def _text(text: str) -> bytes:
    return _string(_UTF8, text)


def _string(tag: int, text: str) -> bytes:
    return tlv(tag, text.encode())
