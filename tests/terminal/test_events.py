"""The event catalogue: documented, typed, and without a place for free text."""

from pathlib import Path

import pytest

from terminal.events import CATALOGUE, CaseId, Choice, Event, EventId, JourneyId, Number, documentation, event

DOCUMENT = Path(__file__).parents[2] / "docs" / "events.md"
CASE = "0123456789abcdef"


def test_the_document_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == documentation()


def test_every_event_is_in_the_catalogue_once_and_says_what_it_means() -> None:
    assert set(CATALOGUE) == set(EventId)
    assert len({id.value for id in EventId}) == len(EventId)
    assert all(meaning.endswith(".") for meaning, _ in CATALOGUE.values())


def test_the_document_names_every_event_and_field() -> None:
    text = documentation()
    for id, (_, fields) in CATALOGUE.items():
        assert f"| `{id.value}` |" in text
        assert all(f"`{name}`: {kind}" in text for name, kind in fields.items())


@pytest.mark.parametrize("id", EventId)
def test_no_field_of_any_event_takes_free_text(id: EventId) -> None:
    for kind in CATALOGUE[id][1].values():
        for text in ("Erika Mustermann", "erika@example.org", "Markt 1", "+49 34292 1", "", "x\ny", "müller"):
            assert not kind.accepts(text)


@pytest.mark.parametrize("id", EventId)
def test_the_only_kinds_of_fields_are_the_four_without_free_text(id: EventId) -> None:
    assert all(isinstance(kind, Choice | Number | CaseId | JourneyId) for kind in CATALOGUE[id][1].values())


def test_a_well_formed_event_is_taken() -> None:
    ended = event(EventId.VISIT_ENDED, case=CASE, how="silence", lasted_s=90)
    assert (ended.id, dict(ended.fields)) == (
        EventId.VISIT_ENDED,
        {"case": CASE, "how": "silence", "lasted_s": 90},
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"case": CASE, "how": "silence"},
        {"case": CASE, "how": "silence", "lasted_s": 90, "name": "x"},
        {"case": CASE, "how": "bored", "lasted_s": 90},
        {"case": CASE, "how": "silence", "lasted_s": -1},
        {"case": CASE, "how": "silence", "lasted_s": True},
        {"case": CASE, "how": "silence", "lasted_s": 10**100},
        {"case": CASE, "how": "silence", "lasted_s": "90"},
        {"case": CASE.upper(), "how": "silence", "lasted_s": 90},
        {"case": CASE[:-1], "how": "silence", "lasted_s": 90},
    ],
)
def test_an_event_with_other_fields_than_declared_is_refused(fields: dict[str, str | int]) -> None:
    with pytest.raises(ValueError, match="visit-ended"):
        event(EventId.VISIT_ENDED, **fields)


def test_no_event_can_be_made_around_the_catalogue() -> None:
    with pytest.raises(ValueError, match="visit-began"):
        Event(EventId.VISIT_BEGAN, {"case": "Erika Mustermann"})


def test_the_refusal_never_repeats_the_value() -> None:
    with pytest.raises(ValueError, match="visit-began") as refused:
        event(EventId.VISIT_BEGAN, case="Mustermann")
    assert "Mustermann" not in str(refused.value)


@pytest.mark.parametrize("value", ["office-information", "help", "a-b-c"])
def test_ids_of_journeys_are_taken(value: str) -> None:
    assert JourneyId().accepts(value)


@pytest.mark.parametrize("value", ["", "-", "a-", "-a", "a--b", "A", "a b", "a1", "a" * 33, "ä", "a\n", 5])
def test_what_is_no_id_of_a_journey_is_refused(value: object) -> None:
    assert not JourneyId().accepts(value)


def test_a_choice_refuses_what_is_not_even_text() -> None:
    assert not Choice(frozenset({"a"})).accepts(["a"])
