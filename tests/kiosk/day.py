"""Citizens at a kiosk, one after the other, and how long they take."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random, randrange
from statistics import median
from string import ascii_lowercase

import psutil

from terminal.asides import SIZES
from tests.kiosk.errands import Errand, Errands
from tests.kiosk.holdings import Holdings
from tests.kiosk.hurried import Hurried
from tests.kiosk.machine import Machine

CARDS_EVERY = 3
"""Rounds: AusweisApp takes two to four seconds a card."""
WITH_CARD = ("my-data", "pin-service")
SEED = randrange(10**6)
WAYS = list(product(SIZES, ("de", "en")))


@dataclass(frozen=True)
class Took:
    """Seconds, of some visits: from the first press to the last, and from the end to the next start screen, both at the median of those
    without a card; processor time of a visit's processes, on average of all."""

    visit_s: float
    hand_over_s: float
    processor_s: float

    def __str__(self) -> str:
        in_ms = (1000 * seconds for seconds in (self.visit_s, self.hand_over_s, self.processor_s))
        return "visit {:.0f} ms, hand-over {:.0f} ms, processor {:.0f} ms".format(*in_ms)


class Day:
    """Rounds through all journeys, each in another language or size of text than the one before. `fronts` were the processes of its visits."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.citizen = Hurried(machine)
        self.fronts: list[int] = []
        self.rounds = 0
        self.errands = Errands(self.citizen)
        self._rng = Random(SEED)

    def go_on(self, rounds: int) -> Took:
        """So many rounds."""
        before_s, visits = self._processor_s(), len(self.fronts)
        took = [took for _ in range(rounds) for took in self._round()]
        processor_s = (self._processor_s() - before_s) / (len(self.fronts) - visits)
        return Took(median(visit for visit, _ in took), median(hand_over for _, hand_over in took), processor_s)

    def go_round(self) -> None:
        """In every way through all journeys without a card, in one visit that nobody ends."""
        for way in WAYS:
            self.citizen.see("bar:legal")
            self.citizen.prefer(*way)
            for journey, errands in self.errands.all.items():
                for errand in errands if journey not in WITH_CARD else ():
                    self.errands.name = "".join(self._rng.choices(ascii_lowercase, k=12))
                    errand()
                    self.citizen.start_over()

    def holdings(self) -> Holdings:
        """What the kiosk holds now."""
        return Holdings.of(self.machine, self.fronts)

    def _round(self) -> Iterator[tuple[float, float]]:
        with_cards = self.rounds % CARDS_EVERY == 0
        for journey, errands in self.errands.all.items():
            if with_cards or journey not in WITH_CARD:
                took = [self._visit(errand) for errand in errands]
                yield from took if journey not in WITH_CARD else ()
        self.rounds += 1

    def _visit(self, errand: Errand) -> tuple[float, float]:
        self.fronts.append(self.machine.settled()["front"]["pid"])
        self.citizen.see("bar:legal")
        began_s = time.monotonic()
        self.citizen.prefer(*WAYS[self.rounds % len(WAYS)])
        errand()
        ended_s = time.monotonic()
        self.citizen.leave()
        return ended_s - began_s, time.monotonic() - ended_s

    def _processor_s(self) -> float:
        """Of all visits that have ended, and whoever ended with them."""
        times = psutil.Process(self.machine.pid).cpu_times()
        return float(times.children_user + times.children_system)
