"""The cards of the simulation."""

from hardware.simulated.eid_card.stock import CARDS
from terminal.desk import dock


def test_the_dock_offers_the_cards_that_there_are() -> None:
    assert set(dock.CARDS) == set(CARDS)
