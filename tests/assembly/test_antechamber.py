"""Orders that come before there is a loop are obeyed when there is one, in the order in which they came."""

import pytest

from terminal.assembly.antechamber import Antechamber
from terminal.channel import Alerted, Configure, Order, Release, Show
from tests.terminal.virtual_loop import VirtualLoop

CONFIGURE = Configure({}, simulate=False, size=None, clock_offset_s=0)
SHOW = Show("start", "", 0, alert_acknowledged=False)


@pytest.fixture
def antechamber() -> Antechamber:
    return Antechamber()


def come(antechamber: Antechamber, *orders: Order) -> None:
    """As `VisitEnd.listen` brings them."""
    for order in orders:
        antechamber.post(lambda order=order: antechamber.take(order))  # type: ignore[misc]


def obeyed(antechamber: Antechamber) -> list[Order]:
    loop, orders = VirtualLoop(), list[Order]()
    antechamber.lead_to(loop, orders.append)
    come(antechamber, Release())
    loop.advance(0)
    return orders


def test_the_configuration_is_waited_for_and_what_comes_after_it_is_kept(antechamber: Antechamber) -> None:
    come(antechamber, CONFIGURE, SHOW, Alerted())
    assert antechamber.wait_for_configuration() == CONFIGURE
    assert obeyed(antechamber) == [SHOW, Alerted(), Release()]
