"""Long words of texts that nobody has prepared may break where they read well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.texts.syllables import SHORTEST_WORD, SOFT_HYPHEN, breakable


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Personalausweis", "Personal|ausweis"),
        ("Schwerbehindertenausweis", "Schwer|behin|der|ten|ausweis"),
        ("Aufenthaltserlaubnis", "Aufen|thalts|erlaubnis"),
        ("Ausländerbehörde", "Ausländer|behörde"),
        ("Verpflichtungserklärung", "Ver|pflich|tungs|erklärung"),
        ("beantragen/ändern", "beantragen / ändern"),
        ("Beschicker*innen", "Beschi|cker*innen"),
        ("громадянства", "гро|ма|дянства"),
        ("(Melderegisterauskunft),", "(Melde|register|auskunft),"),
    ],
)
def test_a_long_word_breaks_between_its_parts(word: str, broken: str) -> None:
    assert breakable(word).replace(SOFT_HYPHEN, "|") == broken


@pytest.mark.parametrize(
    "text",
    [
        "kurze Worte bleiben",
        "maximilian.mustermann@verwaltung.example",
        "https://www.gesetze-im-internet.de/aufenthaltsgesetz",
        f"Melde{SOFT_HYPHEN}bescheinigungen",
        "12345678901234",
        "بطاقة الهوية الشخصية",
    ],
)
def test_what_must_not_break_stays_as_it_is(text: str) -> None:
    assert breakable(text) == text


@given(st.text(st.characters(exclude_characters="/"), max_size=60))
def test_nothing_is_added_but_soft_hyphens_inside_words(text: str) -> None:
    broken = breakable(text)
    assert broken.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    assert not any(
        len(word) < SHORTEST_WORD for word in broken.split() if SOFT_HYPHEN in word and SOFT_HYPHEN not in text
    )
