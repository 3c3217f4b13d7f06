"""AusweisApp's RUN_AUTH as a state machine: consent survives whatever happens to the card, and is never taken for what it was not given for."""

import pytest

from hardware.ausweisapp.auth_workflow import AuthWorkflow
from hardware.ausweisapp.messages import AccessRights, Card, Certificate, Ended, InsertCard, Reader, message_of
from hardware.ausweisapp.moves import End, Moves, Send, Tell
from terminal.attributes import Attribute
from terminal.eid import Consent, NotDone, SwitchedOff, Trouble

RIGHTS = AccessRights((Attribute.FAMILY_NAMES,), (Attribute.DATE_OF_BIRTH,))
CERTIFICATE = Certificate("Stadt Musterstadt", "https://musterstadt.example", "Anzeige")
CONSENT = Consent("Stadt Musterstadt", "https://musterstadt.example", "Anzeige", RIGHTS.required, RIGHTS.optional)


def reader(card: Card | None) -> Reader:
    return Reader("Reader", attached=True, keypad=False, card=card)


CARD = Card(3)


def begun() -> AuthWorkflow:
    """Up to the question for consent, with a card on the reader."""
    workflow = AuthWorkflow("https://eid.example/t", on_screen=True)
    workflow.begin()
    workflow.hear(reader(CARD))
    assert workflow.hear(RIGHTS) == (Send({"cmd": "GET_CERTIFICATE"}),)
    assert workflow.hear(CERTIFICATE) == (Tell(CONSENT),)
    return workflow


def commands(moves: Moves) -> list[object]:
    return [move.command["cmd"] for move in moves if isinstance(move, Send)]


@pytest.mark.parametrize("between", [None, Card(known=False)], ids=["taken away", "another card"])
def test_the_question_stays_when_the_card_comes_and_goes(between: Card | None) -> None:
    workflow = begun()
    assert workflow.hear(reader(between)) == ()
    assert workflow.hear(reader(CARD)) == ()
    assert workflow.deadline_s is None
    assert commands(workflow.consent(())) == ["SET_ACCESS_RIGHTS", "ACCEPT"]


def test_a_card_that_is_switched_off_is_told_while_the_question_stands() -> None:
    workflow = begun()
    assert commands(workflow.hear(reader(Card(3, switched_off=True)))) == ["CANCEL"]
    assert workflow.hear(Ended(success=False)) == (End(SwitchedOff()),)


def test_what_ends_after_consent_is_told_and_not_begun_again() -> None:
    workflow = begun()
    workflow.consent(())
    workflow.hear(InsertCard())
    assert workflow.hear(Ended(success=False)) == (End(NotDone(Trouble.REFUSED)),)


def test_after_leaving_no_late_certificate_asks_anybody() -> None:
    workflow = AuthWorkflow("https://eid.example/t", on_screen=True)
    workflow.begin()
    workflow.hear(RIGHTS)
    assert commands(workflow.leave()) == ["CANCEL"]
    assert workflow.hear(CERTIFICATE) == ()
    assert workflow.deadline_s is not None, "the program may never answer"


def test_nobody_agrees_any_more_when_the_reader_is_gone() -> None:
    workflow = begun()
    assert commands(workflow.hear(Reader("Reader", attached=False, keypad=False, card=None))) == ["CANCEL"]
    assert workflow.consent(RIGHTS.optional) == ()
    assert workflow.hear(Ended(success=False)) == (End(NotDone(Trouble.NO_READER)),)


@pytest.mark.parametrize(
    ("required", "unnamed"),
    [('["FamilyName"]', False), ('["FamilyName", "Pseudonym"]', True), ('["FamilyName", 7]', True), ('"all"', True)],
)
def test_what_is_required_without_a_name_is_noticed(required: str, unnamed: bool) -> None:
    told = message_of(f'{{"msg": "ACCESS_RIGHTS", "chat": {{"required": {required}, "optional": []}}}}')
    assert isinstance(told, AccessRights)
    assert told.unnamed is unnamed
