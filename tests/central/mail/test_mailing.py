"""Each letter once, not too many within an hour, and staff learn why one was not sent."""

from datetime import timedelta

import pytest

from terminal.central.mail.letter import Letter
from terminal.central.mail.mailing import LETTER as KIND
from terminal.central.mail.mailing import NO_ANSWER, Mailing
from terminal.central.mail.port import NotSent, Outcome, Perhaps, Sent, Why
from terminal.events import CATALOGUE, Choice, EventId
from terminal.limits import Limits
from tests.central.mail.letters import LETTER
from tests.journeys.appointments import MovedClock


class Kiosk:
    """Two letters an hour; the server answers as it is told."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.clock, self.spent, self.told = MovedClock(), list[str](), list[str]()
        self.letters: list[Letter] = []
        self.outcomes = list(outcomes)
        self.limits = Limits({KIND: 2}, self.clock, self.spent.append)
        self.mailing = Mailing(self, self.limits, self.told.append)

    def send(self, letter: Letter) -> Outcome:
        """See `Mail`."""
        self.letters.append(letter)
        return self.outcomes.pop(0)


@pytest.mark.parametrize("outcome", [Sent(), Perhaps()])
def test_what_was_sent_or_perhaps_sent_is_not_sent_again(outcome: Outcome) -> None:
    kiosk = Kiosk(outcome)
    assert [kiosk.mailing.send("a", LETTER), kiosk.mailing.send("a", LETTER)] == [outcome, outcome]
    assert kiosk.mailing.known("a") == outcome
    assert (kiosk.letters, kiosk.spent) == ([LETTER], [KIND])


def test_what_was_certainly_not_sent_can_be_tried_again() -> None:
    kiosk = Kiosk(NotSent(Why.UNREACHABLE), Sent())
    assert kiosk.mailing.send("a", LETTER) == NotSent(Why.UNREACHABLE)
    assert kiosk.mailing.known("a") is None
    assert kiosk.mailing.send("a", LETTER) == Sent()


def test_after_so_many_letters_the_kiosk_writes_no_more_until_the_hour_is_over() -> None:
    kiosk = Kiosk(NotSent(Why.RECIPIENT), Sent(), Sent())
    for once in ("a", "b"):
        kiosk.mailing.send(once, LETTER)
    assert kiosk.mailing.send("c", LETTER) == NotSent(Why.TOO_MANY)
    assert len(kiosk.letters) == 2
    kiosk.clock.moment += timedelta(hours=1)
    assert kiosk.mailing.send("c", LETTER) == Sent()


def test_letters_of_visits_before_count() -> None:
    kiosk = Kiosk()
    kiosk.limits.remember({KIND: [10, 20]})
    assert kiosk.mailing.send("a", LETTER) == NotSent(Why.TOO_MANY)
    assert kiosk.letters == []


def test_staff_are_told_why_and_nothing_else() -> None:
    kiosk = Kiosk(NotSent(Why.LOGIN), Perhaps())
    for once in ("a", "b"):
        kiosk.mailing.send(once, LETTER)
    assert kiosk.told == ["login", NO_ANSWER]


def test_the_event_catalogue_knows_every_reason() -> None:
    why = CATALOGUE[EventId.MAIL_NOT_SENT][1]["why"]
    assert isinstance(why, Choice)
    assert why.values == {*(why.value for why in Why), NO_ANSWER}
