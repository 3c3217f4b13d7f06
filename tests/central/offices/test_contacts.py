"""Finding who does what."""

import pytest

from terminal.central.offices import Office, Topic, contacts, in_language, matching

ADDRESS = {"street": "Markt 1-3", "postcode": "04821", "place": "Brandis"}
OFFICES = [
    Office.model_validate(
        {
            "id": "buergerbuero",
            "name": {"de": "Bürgerbüro"},
            "summary": {"de": "Ausweis"},
            "address": ADDRESS,
            "phone": "030 23125 110",
            "room": {"de": "Raum 1"},
            "topics": [
                {"name": {"de": "Wohnung anmelden", "en": "Register your address"}, "search_words": ["Umzug"]},
                {"name": {"de": "Führungszeugnis"}, "phone": "030 23125 111", "room": {"de": "Raum 2"}},
            ],
        }
    ),
    Office.model_validate(
        {
            "id": "bauamt",
            "name": {"de": "Bauamt"},
            "summary": {"de": "Straßen"},
            "address": ADDRESS,
            "topics": [{"name": {"de": "Straßen und Gehwege"}}],
        }
    ),
]


def found(typed: str) -> list[str]:
    return [contact.topic.name["de"] for contact in matching(contacts(OFFICES), typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("umz", ["Wohnung anmelden"]),
        ("REGISTER", ["Wohnung anmelden"]),
        ("fuehr", ["Führungszeugnis"]),
        ("fuhr", ["Führungszeugnis"]),
        ("Führ", ["Führungszeugnis"]),
        ("strasse", ["Straßen und Gehwege"]),
        ("straße", ["Straßen und Gehwege"]),
        ("gehweg strass", ["Straßen und Gehwege"]),
        ("gehweg umzug", []),
        ("wege", ["Straßen und Gehwege"]),
        ("weg", []),
        ("buergerb", ["Wohnung anmelden", "Führungszeugnis"]),
        ("", ["Wohnung anmelden", "Führungszeugnis", "Straßen und Gehwege"]),
    ],
)
def test_typed_words_find_topics_by_their_beginning(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_where_a_word_may_break_makes_no_difference_to_the_search() -> None:
    office = OFFICES[0].model_copy(update={"topics": (Topic(name={"de": "Melde\u00adbescheinigung"}),)})
    assert len(matching(contacts([office]), "meldebesch")) == 1


def test_a_topic_has_its_own_phone_and_room_or_else_the_offices() -> None:
    first, second, _ = contacts(OFFICES)
    assert (first.phone, first.room) == ("030 23125 110", {"de": "Raum 1"})
    assert (second.phone, second.room) == ("030 23125 111", {"de": "Raum 2"})


@pytest.mark.parametrize(("language", "text"), [("en", "E"), ("de-easy", "D"), ("ar", "D")])
def test_a_text_falls_back_to_its_base_language_and_then_to_german(language: str, text: str) -> None:
    assert in_language({"de": "D", "en": "E"}, language) == text


def test_a_text_without_german_falls_back_to_what_there_is() -> None:
    assert in_language({"en": "E"}, "ar") == "E"
