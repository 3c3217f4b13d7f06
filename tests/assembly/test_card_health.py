"""What `status` says about reading cards."""

import time

from terminal.assembly.card_health import CardHealth
from terminal.supervisor.health import Part
from terminal.supervisor.settings import Settings

CARDS = Settings(cards=True)


def health(*, program: str | None = "/usr/bin/AusweisApp", there: bool = True) -> Part | None:
    return CardHealth(simulate=False, find=lambda: program, reader_there=lambda: there)(CARDS)


def test_where_no_journey_reads_cards_there_is_no_such_part() -> None:
    assert CardHealth(simulate=False)(Settings()) is None


def test_with_program_and_reader_all_is_well() -> None:
    assert health() == Part("cards")


def test_a_program_that_is_not_installed_is_named() -> None:
    assert health(program=None) == Part("cards", "AusweisApp is not installed")


def test_a_missing_reader_is_named() -> None:
    assert health(there=False) == Part("cards", "no card reader is connected, or its service (pcscd) does not run")


def test_a_service_that_hangs_hangs_nobody_else() -> None:
    stuck = CardHealth(simulate=False, find=lambda: "/x", reader_there=lambda: time.sleep(3600) or True)
    began = time.monotonic()
    for _ in range(2):
        assert stuck(CARDS) == Part("cards", "the service of the card readers (pcscd) does not answer")
    assert time.monotonic() - began < 3


def test_a_reader_that_comes_back_is_seen() -> None:
    there = [False]
    found = CardHealth(simulate=False, find=lambda: "/x", reader_there=lambda: there[0])
    assert found(CARDS) != Part("cards")
    there[0] = True
    assert found(CARDS) == Part("cards")
