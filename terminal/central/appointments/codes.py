"""Names: where an appointment is kept, and what its code says."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from terminal.values import valueclass

BEGIN = "BT1:"
"""How the text of every code begins."""

_LONGEST = 200
_WRITTEN = re.compile(r"BT1:([A-Z0-9-]{1,40}):([A-Z0-9-]{1,40}:\d{12}:[A-Z0-9-]{1,44}(?:\.\d{1,3})?):([A-Z2-7]{16})")
_ID = re.compile(r"([a-z0-9-]{1,40}):(\d{12}):([a-z0-9-]{1,44})(?:\.(\d{1,3}))?")
_STEM = re.compile(r"s-(\d{8}T\d{6}Z)-([a-z0-9-]{1,44})(?:\.([1-9]\d{0,2}))?")
_NUMBER = re.compile(r"[0-9]{6}")


@valueclass(frozen=True)
class Ref:
    """Where one appointment is kept: its office, its start when it was made, its lane.

    `turn` counts the appointments that were made for the same start and lane one after the other.
    """

    office: str
    start: datetime
    lane: str
    turn: int = 0

    @property
    def id(self) -> str:
        """As appointments are called in codes: ``buergerbuero:202612010800:schalter-1-1``."""
        return f"{self.office}:{self.start:%Y%m%d%H%M}:{self.lane}{self._turn}"

    @property
    def calendar(self) -> str:
        """The calendar that keeps it: one an office and month."""
        return f"{self.office}-{self.start:%Y%m}"

    @property
    def stem(self) -> str:
        """File name without ending, and UID."""
        return f"s-{self.start:%Y%m%dT%H%M%SZ}-{self.lane}{self._turn}"

    @property
    def next(self) -> "Ref":
        """The next place for the same start and lane."""
        return replace(self, turn=self.turn + 1)

    @property
    def _turn(self) -> str:
        return f".{self.turn}" if self.turn else ""


@valueclass(frozen=True)
class Presented:
    """A code that a citizen presented, well-formed but not yet believed."""

    town: str
    ref: Ref
    secret: str


def ref_of(written: str) -> Ref | None:
    """The place that an id names; None when it is none."""
    found = _ID.fullmatch(written)
    if not found:
        return None
    try:
        start = datetime.strptime(found[2], "%Y%m%d%H%M").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Ref(found[1], start, found[3], int(found[4] or 0))


def ref_at(calendar: str, stem: str) -> Ref | None:
    """The place whose calendar and file these are; None when the file is none of ours, or was put into another calendar."""
    found = _STEM.fullmatch(stem)
    office, _, month = calendar.rpartition("-")
    if not found or found[1][:6] != month:
        return None
    try:
        start = datetime.fromisoformat(found[1])
    except ValueError:
        return None
    return Ref(office, start, found[2], int(found[3] or 0))


def code_text(town: str, ref: Ref, secret: str) -> str:
    """The text of the QR code; capitals, digits and few signs, which QR codes store most densely (ISO/IEC 18004)."""
    return f"{BEGIN}{town}:{ref.id}:{secret}".upper()


def presented(text: str) -> Presented | None:
    """What a scanned or typed text says; None when it is no code. Anything may be passed."""
    found = _WRITTEN.fullmatch(text.strip().upper()) if len(text) <= _LONGEST else None
    ref = ref_of(found[2].lower()) if found else None
    return Presented(found[1].lower(), ref, found[3]) if found and ref else None


def number_in(text: str) -> str | None:
    """The six digits of a typed number, whichever way it is spaced; None when it is no number."""
    digits = "".join(text[:_LONGEST].split()) if len(text) <= _LONGEST else ""
    return digits if _NUMBER.fullmatch(digits) else None
