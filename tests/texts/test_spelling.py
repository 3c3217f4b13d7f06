"""How numbers, codes and addresses sound."""

import pytest

from terminal.texts.spelling import Spelling

SIGNS = {
    "at": "at", "dot": "Punkt", "dash": "Strich", "underscore": "Unterstrich", "slash": "Schräg", "plus": "plus",
    "to": "bis",
}  # fmt: skip
GERMAN = Spelling(tuple("null eins zwei drei vier fünf sechs sieben acht neun".split()), SIGNS)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("115", "eins eins fünf"),
        ("04821", "null vier acht zwei eins"),
        ("034 56/7-0", "null drei vier, fünf sechs, sieben, null"),
        ("+49 30", "plus, vier neun, drei null"),
    ],
)
def test_numbers_are_said_digit_by_digit_with_a_pause_between_groups(number: str, said: str) -> None:
    assert GERMAN.digits(number) == said


def test_codes_are_said_sign_by_sign() -> None:
    assert GERMAN.letters("A3-F") == "A, drei, Strich, F"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("amt_1@stadt-x.de", "amt Unterstrich eins at stadt Strich x Punkt de"),
        ("https://www.stadt.de/amt/", "stadt Punkt de Schräg amt"),
        ("www.stadt.de", "www Punkt stadt Punkt de"),
    ],
)
def test_addresses_are_said_with_their_signs(written: str, said: str) -> None:
    assert GERMAN.address(written) == said


def test_house_numbers_are_said_as_a_range() -> None:
    assert GERMAN.street("Markt 1-3") == "Markt 1 bis 3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Telefon: 0351 85471-101.", "Telefon: null drei fünf eins, acht fünf vier sieben eins, eins null eins."),
        (
            "Postfach 11 01 32, 01330 Dresden",
            "Postfach eins eins, null eins, drei zwei, null eins drei drei null Dresden",
        ),
        ("Mail an a@b.de, bitte.", "Mail an a at b Punkt de, bitte."),
        ("Siehe www.a.de.", "Siehe www Punkt a Punkt de."),
        ("Die 115 hilft.", "Die eins eins fünf hilft."),
    ],
)
def test_the_towns_own_texts_are_spelled_where_they_need_it(text: str, said: str) -> None:
    assert GERMAN.running(text) == said


@pytest.mark.parametrize(
    "text", ["Am 3. Dezember 2026 um 10:20 Uhr", "Raum 0.02", "Artikel 13 Absatz 2", "1.000 Euro", "Saal 3, 2. Stock"]
)
def test_dates_rooms_and_small_numbers_stay(text: str) -> None:
    assert GERMAN.running(text) == text
