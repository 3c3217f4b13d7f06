"""What the first picture of a visit needs of the configuration.

Read off the snapshot without its schema, whose import takes as long as that of everything else: nobody waits for what only the first
journey needs.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from terminal.deadline import Patience
from terminal.limits import BOOKING, LETTER, WRONG_CODE
from terminal.values import valueclass

if TYPE_CHECKING:
    from config.schema import Configuration


@valueclass(frozen=True, kw_only=True)
class FirstSight:
    """See `config.schema` for each. `languages` are those offered, `language` is that of the start screen."""

    name: str
    full_name: Mapping[str, str]
    accent: str
    arms: str | None
    reception: Mapping[str, str]
    number115: str
    languages: tuple[str, ...]
    language: str
    overrides: Mapping[str, str]
    journeys: tuple[str, ...]
    patience: Patience
    heartbeat_s: float
    most_per_hour: Mapping[str, int]
    px_per_mm: float
    size_mm: tuple[float, float] | None

    def resolution(self, width_px: int, height_px: int) -> float:
        """Pixels per millimetre of a picture of `width_px` x `height_px` that fills the screen."""
        return px_per_mm(self.size_mm, (width_px, height_px)) if self.size_mm else self.px_per_mm


def px_per_mm(size_mm: tuple[float, float], size_px: tuple[int, int]) -> float:
    """Where width and height differ in their answer, the smaller: what is large enough stays so."""
    return min(px / mm for mm, px in zip(size_mm, size_px, strict=True))


def first_sight(snapshot: Mapping[str, Any]) -> FirstSight:
    """Of the snapshot of a valid configuration, as JSON gives it."""
    town, screen, visit, policy = (snapshot[name] for name in ("town", "screen", "visit", "appointments"))
    return FirstSight(
        name=town["name"],
        full_name=town["full_name"],
        accent=town["accent"],
        arms=town["arms"],
        reception=town["reception"],
        number115=snapshot["help115"]["number"],
        languages=tuple(snapshot["languages"]["offered"]),
        language=snapshot["languages"]["default"],
        overrides=snapshot["texts"]["overrides"],
        journeys=tuple(snapshot["journeys"]["enabled"]),
        patience=Patience(visit["idle_s"], visit["warning_s"], visit["more_time_factor"]),
        heartbeat_s=snapshot["supervisor"]["heartbeat_s"],
        most_per_hour={
            BOOKING: policy["bookings_per_hour"],
            WRONG_CODE: policy["wrong_codes_per_hour"],
            LETTER: snapshot["mail"]["mails_per_hour"],
        },
        px_per_mm=screen["px_per_mm"],
        size_mm=(screen["width_mm"], screen["height_mm"]) if screen["width_mm"] else None,
    )


def first_sight_of(configuration: "Configuration") -> FirstSight:
    """The same of a configuration that is at hand."""
    return first_sight(configuration.model_dump(mode="json"))
