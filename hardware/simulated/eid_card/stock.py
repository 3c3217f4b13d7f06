"""The cards that one can put onto a simulated reader, by the name that the dock knows."""

from collections.abc import Callable, Mapping

from hardware.simulated.eid_card.card import EidCard
from hardware.simulated.eid_card.files import HEALTH
from hardware.simulated.eid_card.passwords import Secrets
from hardware.simulated.eid_card.reading_card import ReadingCard

CARDS: Mapping[str, Callable[[], EidCard]] = {
    "citizen": ReadingCard,
    "transport-pin": lambda: ReadingCard(Secrets(pin="12345", transport=True)),
    "wrong-once": lambda: ReadingCard(Secrets(tries=2)),
    "suspended": lambda: ReadingCard(Secrets(tries=1)),
    "blocked": lambda: ReadingCard(Secrets(tries=0)),
    "puk-used-up": lambda: ReadingCard(Secrets(tries=0, puk_uses=0)),
    "deactivated": lambda: ReadingCard(Secrets(switched_off=True)),
    "health": lambda: EidCard(application=HEALTH),
    "unknown": lambda: EidCard(application=None),
}
"""PIN 123456 (of `transport-pin` 12345), CAN 500540, PUK 9876543210."""
