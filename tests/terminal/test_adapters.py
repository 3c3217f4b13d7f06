"""Ports lead effects to central services by typed names."""

import pytest

from terminal.adapters import Adapters, Port

NUMBERS: Port[int] = Port("numbers")
LETTERS: Port[str] = Port("letters")


def test_each_port_leads_to_its_adapter() -> None:
    adapters = Adapters().having(NUMBERS, 7).having(LETTERS, "x")
    assert (adapters.of(NUMBERS), adapters.of(LETTERS)) == (7, "x")


def test_having_more_leaves_the_others_as_they_were() -> None:
    before = Adapters().having(NUMBERS, 7)
    before.having(NUMBERS, 8)
    assert before.of(NUMBERS) == 7


def test_a_service_that_a_kiosk_lacks_is_named() -> None:
    assert not Adapters().has(NUMBERS)
    with pytest.raises(KeyError, match="numbers"):
        Adapters().of(NUMBERS)
