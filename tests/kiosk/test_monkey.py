"""Anything may be pressed in any order."""

import random

import pytest

from tests.kiosk.machine import Machine
from tests.kiosk.monkey import Monkey
from tests.kiosk.processes import zombies
from tests.kiosk.test_escapes import PRINTABLE

SEED = random.randrange(10**6)


@pytest.mark.parametrize("times", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_no_order_of_presses_leads_into_a_dead_end(times: int) -> None:
    print("seed", SEED)
    monkey = Monkey(random.Random(SEED))
    for number in range(times):
        monkey.act()
        assert monkey.finished or monkey.pressable() or not monkey.front.accepting, number
        assert monkey.replay_is_equal(), number
        if number % 50 == 49 and not monkey.finished:
            assert monkey.end(), number
        if monkey.finished:
            monkey.arrive()
    print("visits:", monkey.visits)


@pytest.mark.parametrize("times", [50, pytest.param(1000, marks=pytest.mark.slow)])
def test_no_order_of_presses_breaks_a_whole_kiosk(own: Machine, times: int) -> None:
    print("seed", SEED)
    rng = random.Random(SEED)
    own.start().settled()
    for _ in range(times):
        screen = own.expect(lambda screen: any(screen.pressable()))
        chance = rng.random()
        if chance < 0.7:
            own.person.tap(rng.choice(list(screen.pressable())).middle)
        elif chance < 0.9:
            own.person.key(rng.choice(("Tab", "Return", "space", "Up", "Down", "Prior", "Next", "BackSpace")))
        else:
            own.person.key(rng.choice(PRINTABLE))
    assert own.home().is_start
    status = own.settled()
    assert [status["counts"][name] for name in ("fronts_lost", "spares_lost", "reports_refused")] == [0, 0, 0]
    assert zombies(own.pid) == []
