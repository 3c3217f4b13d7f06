"""Messages of AusweisApp's SDK (API levels 1 to 3) as far as managing the PIN and identifying need them. What is not as it should be is no message."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from terminal.attributes import Attribute
from terminal.eid import Entry
from terminal.foreign_line import one_line
from terminal.values import valueclass

MOST_TRIES = 3
_LONGEST_LINE = 400
_AUTH_OK = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok"
_ATTRIBUTES: Mapping[str, Attribute] = {
    "FamilyName": Attribute.FAMILY_NAMES,
    "GivenNames": Attribute.GIVEN_NAMES,
    "BirthName": Attribute.BIRTH_NAME,
    "DoctoralDegree": Attribute.ACADEMIC_TITLE,
    "ArtisticName": Attribute.ARTISTIC_NAME,
    "DateOfBirth": Attribute.DATE_OF_BIRTH,
    "PlaceOfBirth": Attribute.PLACE_OF_BIRTH,
    "Address": Attribute.PLACE_OF_RESIDENCE,
    "Nationality": Attribute.NATIONALITY,
    "DocumentType": Attribute.DOCUMENT_TYPE,
    "IssuingCountry": Attribute.ISSUING_STATE,
    "ValidUntil": Attribute.DATE_OF_EXPIRY,
}
"""The SDK's names of what a card can tell. What has none here is never consented to."""
_PROMPTS = {"ENTER_PIN": Entry.PIN, "ENTER_NEW_PIN": Entry.NEW_PIN, "ENTER_CAN": Entry.CAN, "ENTER_PUK": Entry.PUK}
_ANSWERS = {entry: name.replace("ENTER", "SET") for name, entry in _PROMPTS.items()}
_REFUSALS = frozenset({"BAD_STATE", "INTERNAL_ERROR", "INVALID", "UNKNOWN_COMMAND"})


@valueclass(frozen=True)
class Card:
    """A card on the reader. One without an eID function, or an unknown one, is not `known`."""

    tries: int = MOST_TRIES
    switched_off: bool = False
    inoperative: bool = False
    known: bool = True


@valueclass(frozen=True)
class Reader:
    """What a reader says of itself."""

    name: str
    attached: bool
    keypad: bool = False
    card: Card | None = None


@valueclass(frozen=True)
class Levels:
    """The API levels on offer, in answer to GET_API_LEVEL."""

    available: tuple[int, ...]


@valueclass(frozen=True)
class Prompt:
    """The card waits for an entry. `malformed`: the last one had the wrong length, and cost no try."""

    entry: Entry
    reader: Reader | None
    malformed: bool = False


@valueclass(frozen=True)
class InsertCard:
    """There is no card, or (level 3) it lies badly."""


@valueclass(frozen=True)
class Ended:
    """The workflow is over."""

    success: bool


@valueclass(frozen=True)
class AccessRights:
    """What the eID service wants to read."""

    required: tuple[Attribute, ...]
    optional: tuple[Attribute, ...]
    unnamed: bool = False
    """Whether something is required that has no name here."""


@valueclass(frozen=True)
class Certificate:
    """Who wants to read it, and for what, in the words of the certificate."""

    who: str
    address: str
    purpose: str


@valueclass(frozen=True)
class Refused:
    """The program did not understand, or not now."""


Message = Levels | Reader | Prompt | InsertCard | Ended | AccessRights | Certificate | Refused


def message_of(text: str | bytes) -> Message | None:
    """The message, None for what is none or is not needed."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    kind = told.get("msg")
    if not isinstance(kind, str):
        return None
    if kind in _PROMPTS:
        return Prompt(_PROMPTS[kind], _reader(told.get("reader")), "error" in told)
    if kind == "READER":
        return _reader(told)
    if kind in ("INSERT_CARD", "PAUSE"):
        return InsertCard()
    if kind == "CHANGE_PIN" and ("success" in told or "error" in told):
        return Ended(told.get("success") is True)
    if kind == "AUTH" and ("result" in told or "error" in told):
        return Ended(_dict(told.get("result")).get("major") == _AUTH_OK)
    if kind == "ACCESS_RIGHTS":
        chat = _dict(told.get("chat"))
        required = chat.get("required")
        named = _attributes(required)
        unnamed = len(named) != len(required) if isinstance(required, list) else required is not None
        return AccessRights(named, _attributes(chat.get("optional")), unnamed)
    if kind == "CERTIFICATE":
        return _certificate(_dict(told.get("description")))
    if kind == "API_LEVEL":
        return _levels(told.get("available"))
    return Refused() if kind in _REFUSALS else None


def answer_to(entry: Entry, value: str | None) -> Mapping[str, str]:
    """The command that enters `value`; None lets the reader's keypad ask for it."""
    command = {"cmd": _ANSWERS[entry]}
    return command if value is None else {**command, "value": value}


def attribute_names(attributes: Collection[Attribute]) -> list[str]:
    """As SET_ACCESS_RIGHTS takes them."""
    return sorted(name for name, attribute in _ATTRIBUTES.items() if attribute in attributes)


def _certificate(description: Mapping[str, Any]) -> Certificate:
    who, address, purpose = (_line(description.get(name)) for name in ("subjectName", "subjectUrl", "purpose"))
    return Certificate(who, address, purpose)


def _attributes(names: object) -> tuple[Attribute, ...]:
    listed = names if isinstance(names, list) else []
    return tuple(_ATTRIBUTES[name] for name in listed if isinstance(name, str) and name in _ATTRIBUTES)


def _line(value: object) -> str:
    return one_line(value, _LONGEST_LINE) if isinstance(value, str) else ""


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _levels(available: object) -> Levels | None:
    if not isinstance(available, list):
        return None
    return Levels(tuple(level for level in available if isinstance(level, int) and not isinstance(level, bool)))


def _reader(told: object) -> Reader | None:
    if not isinstance(told, dict) or not isinstance(told.get("name"), str):
        return None
    card = _card(told.get("card"))
    return Reader(told["name"], told.get("attached") is True, told.get("keypad") is True, card)


def _card(told: Any) -> Card | None:
    if not isinstance(told, dict):
        return None
    tries = told.get("retryCounter")
    if not isinstance(tries, int) or not 0 <= tries <= MOST_TRIES:
        return Card(known=False)
    return Card(tries, told.get("deactivated") is True, told.get("inoperative") is True)
