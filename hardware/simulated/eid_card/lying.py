"""A card that answers wrongly now and then: cut short, changed, too long, empty, or with another status."""

from random import Random

from hardware.simulated.eid_card.card import EidCard

_SHARE = 0.15
_STATUS = (b"\x90\x00", b"\x63\xc0", b"\x69\x82", b"\x69\x83", b"\x6a\x82", b"\x6f\x00", b"\x61\xff", b"\x6c\x10")


class LyingCard:
    """Answers for `card`; the same `seed` tells the same lies to the same commands."""

    def __init__(self, card: EidCard, seed: int) -> None:
        self._card = card
        self._random = Random(seed)  # noqa: S311 - lies, not secrets

    def reset(self) -> None:
        """See `Answering`."""
        self._card.reset()

    def transmit(self, command: bytes) -> bytes:
        """See `Answering`."""
        answer = self._card.transmit(command)
        return self._lie(answer) if self._random.random() < _SHARE else answer

    def _lie(self, answer: bytes) -> bytes:
        chance = self._random
        place = chance.randrange(len(answer))
        return chance.choice(
            (
                answer[:place],
                answer[:place] + bytes([answer[place] ^ (1 << chance.randrange(8))]) + answer[place + 1 :],
                answer[:-2] + chance.choice(_STATUS),
                chance.choice(_STATUS),
                chance.randbytes(chance.randrange(300)),
                answer + chance.randbytes(40),
            )
        )
