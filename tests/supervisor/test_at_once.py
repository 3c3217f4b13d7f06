"""Who is needed at once draws for the first time where it is seen; when anything has gone wrong, nobody does."""

import pytest

from terminal.messages import Configure, Show
from terminal.supervisor.faults import Fault
from tests.supervisor.backstage import Backstage, Conduct, order_of


def at_once(backstage: Backstage) -> list[bool]:
    return [order_of(Configure, process).at_once for process in backstage.processes if process.orders]


def test_the_first_visit_is_called_before_it_draws_and_its_spare_draws_before() -> None:
    assert at_once(Backstage().begin()) == [True, False]


def test_when_front_and_spare_are_lost_the_next_is_needed_at_once() -> None:
    backstage = Backstage().begin()
    backstage.loop.advance(60)
    for process in backstage.processes[:2]:
        process.exit(-9)
    backstage.loop.advance(5)
    assert at_once(backstage)[2:] == [True, False]


def test_after_a_loss_the_next_draws_before_it_is_called() -> None:
    backstage = Backstage(conduct=Conduct(dies_on=(Show,))).begin()
    backstage.loop.advance(30)
    assert at_once(backstage)[:3] == [True, False, False]


@pytest.mark.parametrize("status", [-9, -11, 1])
def test_visits_that_die_drawing_put_the_kiosk_out_of_order_and_are_tried_less_and_less(status: int) -> None:
    backstage = Backstage(conduct=Conduct(dies_drawing=True, status=status)).begin()
    backstage.loop.advance(600)
    assert backstage.supervisor.outage.fault is Fault.VISITS_DIE
    assert len(backstage.processes) < 40


@pytest.mark.parametrize("status", [-9, -11, 1])
def test_spares_that_die_drawing_are_tried_less_and_less_while_the_front_stands(status: int) -> None:
    backstage = Backstage().begin()
    backstage.conduct = Conduct(dies_drawing=True, status=status)
    backstage.processes[1].exit(-11)
    backstage.loop.advance(600)
    assert len(backstage.processes) < 40
    assert backstage.supervisor.front


def test_a_first_drawing_has_as_long_where_it_is_seen_as_where_it_is_not() -> None:
    backstage = Backstage(conduct=Conduct(ignores=(Show,))).begin()
    backstage.loop.advance(14)
    assert len(backstage.processes) == 1
    backstage.loop.advance(2)
    assert len(backstage.processes) == 2
