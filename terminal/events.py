"""The event catalogue: everything the kiosk ever logs, without personal data and without free text.

docs/events.md is generated from it (`python -m terminal.events`), and a test holds the two equal.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from terminal.values import valueclass


class EventId(Enum):
    """What can be logged. "Gone" is logged once, "back" once."""

    KIOSK_STARTED = "kiosk-started"
    KIOSK_STOPPED = "kiosk-stopped"
    CONFIGURATION_TAKEN = "configuration-taken"
    CONFIGURATION_REFUSED = "configuration-refused"
    FRONT_SHOWN = "front-shown"
    FRONT_LOST = "front-lost"
    SPARE_LOST = "spare-lost"
    FRONT_RECYCLED = "front-recycled"
    CLOSING_OVERDUE = "closing-overdue"
    OUT_OF_ORDER = "out-of-order"
    BACK_IN_ORDER = "back-in-order"
    ALERT_FAILED = "alert-failed"
    SERVICE_LOST = "service-lost"
    SERVICE_BACK = "service-back"
    VISIT_BEGAN = "visit-began"
    VISIT_ENDED = "visit-ended"
    VISIT_EXTENDED = "visit-extended"
    CARD_LEFT = "card-left"
    JOURNEY_BEGAN = "journey-began"
    JOURNEY_ENDED = "journey-ended"
    WORK_TROUBLE = "work-trouble"
    MAIL_NOT_SENT = "mail-not-sent"
    CARD_TROUBLE = "card-trouble"
    UNDO_FAILED = "undo-failed"


@valueclass(frozen=True)
class Choice:
    """A field with one of a few values."""

    values: frozenset[str]

    def accepts(self, value: object) -> bool:
        """Whether `value` may be logged."""
        return isinstance(value, str) and value in self.values

    def __str__(self) -> str:
        return "one of " + ", ".join(sorted(self.values))


_LARGEST = 10**9
"""Thirty years in seconds. Digits without end would be free text."""


@valueclass(frozen=True)
class Number:
    """A field with a whole number from zero to a billion, in `unit`."""

    unit: str

    def accepts(self, value: object) -> bool:
        """Whether `value` may be logged."""
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST

    def __str__(self) -> str:
        return f"whole number, {self.unit}"


@valueclass(frozen=True)
class CaseId:
    """A random key that dies with the visit, or the digest of a configuration: 16 hexadecimal digits."""

    def accepts(self, value: object) -> bool:
        """Whether `value` may be logged."""
        return isinstance(value, str) and len(value) == 16 and set(value) <= set("0123456789abcdef")

    def __str__(self) -> str:
        return "16 hexadecimal digits"


@valueclass(frozen=True)
class JourneyId:
    """The id of a journey of this software."""

    def accepts(self, value: object) -> bool:
        """Whether `value` may be logged."""
        return isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", value) is not None and len(value) <= 32

    def __str__(self) -> str:
        return "id of a journey"


Field = Choice | Number | CaseId | JourneyId


def _choice(*values: str) -> Choice:
    return Choice(frozenset(values))


_LOSS = _choice("exited", "killed", "silent", "never-ready")
_SERVICE = _choice("calendar", "calendar-network")
_NOT_SENT = _choice(
    "address", "recipient", "server", "login", "untrusted", "unreachable", "too-slow", "too-many", "no-answer"
)
_CARD_TROUBLE = _choice("no-reader", "no-keypad", "no-program", "too-slow", "refused")
_END = _choice("citizen", "done", "silence", "staff")

CATALOGUE: Mapping[EventId, tuple[str, Mapping[str, Field]]] = {
    EventId.KIOSK_STARTED: ("The supervisor began its work.", {"simulated": _choice("yes", "no")}),
    EventId.KIOSK_STOPPED: ("The supervisor was told to stop, and stopped.", {}),
    EventId.CONFIGURATION_TAKEN: (
        "This configuration is in force from the next visit on.",
        {"digest": CaseId(), "source": _choice("files", "last-good")},
    ),
    EventId.CONFIGURATION_REFUSED: ("The files have problems; what was in force stays.", {"problems": Number("count")}),
    EventId.FRONT_SHOWN: ("A visit process came to the screen.", {"after_ms": Number("milliseconds")}),
    EventId.FRONT_LOST: ("The visit on the screen died or hung, and was replaced.", {"how": _LOSS}),
    EventId.SPARE_LOST: ("The warm spare died or hung, and was replaced.", {"how": _LOSS}),
    EventId.FRONT_RECYCLED: ("An idle front was replaced, as every few hours.", {}),
    EventId.CLOSING_OVERDUE: ("A closing visit took longer than allowed and was killed.", {}),
    EventId.OUT_OF_ORDER: ("The out-of-order screen is shown.", {"code": Number("fault code")}),
    EventId.BACK_IN_ORDER: ("The start screen is back after out-of-order.", {"after_s": Number("seconds")}),
    EventId.ALERT_FAILED: ("The configured alert address did not take the alert.", {}),
    EventId.SERVICE_LOST: ("A server of ours died; it is started again.", {"service": _SERVICE}),
    EventId.SERVICE_BACK: ("It has run steadily since.", {"service": _SERVICE}),
    EventId.VISIT_BEGAN: ("A citizen touched the start screen.", {"case": CaseId()}),
    EventId.VISIT_ENDED: (
        "A visit ended.",
        {"case": CaseId(), "how": _END, "lasted_s": Number("seconds")},
    ),
    EventId.VISIT_EXTENDED: ("A citizen said: I am still here.", {"case": CaseId()}),
    EventId.CARD_LEFT: (
        "A card stayed on the reader although it was asked for; the next visit came.",
        {"case": CaseId()},
    ),
    EventId.JOURNEY_BEGAN: ("A journey was chosen.", {"case": CaseId(), "journey": JourneyId()}),
    EventId.JOURNEY_ENDED: (
        "A journey was left.",
        {"case": CaseId(), "journey": JourneyId(), "how": _choice("finished", "left")},
    ),
    EventId.WORK_TROUBLE: (
        "A piece of work did not happen; the citizen was told.",
        {"effect": _choice("read", "reversible", "final")},
    ),
    EventId.MAIL_NOT_SENT: (
        "A confirmation was not sent, or with no-answer perhaps not; the citizen was told.",
        {"why": _NOT_SENT},
    ),
    EventId.CARD_TROUBLE: (
        "A card could not be used for a reason that lies with the kiosk; the citizen was told.",
        {"why": _CARD_TROUBLE},
    ),
    EventId.UNDO_FAILED: ("Something could not be taken back; its lease will expire.", {}),
}


@valueclass(frozen=True)
class Event:
    """Something that happened, after the catalogue.

    Raises ValueError (without the value) for a field that is missing or not declared so.
    """

    id: EventId
    fields: Mapping[str, str | int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        declared = CATALOGUE[self.id][1]
        if self.fields.keys() != declared.keys():
            raise ValueError(f"{self.id.value} has the fields {sorted(declared)}")
        for name, value in self.fields.items():
            if not declared[name].accepts(value):
                raise ValueError(f"{self.id.value}.{name} must be {declared[name]}")


def event(what: EventId, /, **fields: str | int) -> Event:
    """Shorthand for an `Event`."""
    return Event(what, fields)


def documentation() -> str:
    """The text of docs/events.md."""
    lines = [
        "# Events",
        "",
        "Generated from `terminal/events.py` by `python -m terminal.events > docs/events.md`; a test holds it current.",
        "Events carry no personal data and no free text. They stand in `events.jsonl` in the state directory.",
        "",
        "| event | meaning | fields |",
        "|---|---|---|",
    ]
    for what, (meaning, fields) in CATALOGUE.items():
        shown = "<br>".join(f"`{name}`: {kind}" for name, kind in fields.items())
        lines.append(f"| `{what.value}` | {meaning} | {shown} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(documentation())
