"""From texts as data to words."""

from datetime import UTC, date, datetime, time

import pytest

from terminal.texts import MissingTextError, Rendered, Texts
from terminal.wording import Words, message

GERMAN = """
hello = Guten Tag, { $name }.
only-german = Nur deutsch
opens = öffnet um { $time } Uhr
    .speech = öffnet um { $time }
both = { $first } { $second }
on = am { DAY($day) }
full = { $day }
call = Rufen Sie { $number } an.
    .speech = Rufen Sie { DIGITS($number) } an.
privacy = Daten{"\\u00AD"}schutz
mail = Ihre E-Mail kam um 10:20 Uhr.
uses = { only-german }.
broken = { $never }
text-missing = Hier fehlt ein Text.
spoken-time = { $hour } Uhr { $minute }
spoken-digits = null eins zwei drei vier fünf sechs sieben acht neun
spoken-at = at
spoken-dot = Punkt
spoken-dash = Strich
spoken-underscore = Unterstrich
spoken-slash = Schrägstrich
spoken-plus = plus
spoken-to = bis
"""
ENGLISH = """
hello = Hello, { $name }.
on = on { DAY($day) }
full = { $day }
"""
CHAINS = {"de": ("de",), "en": ("en", "de"), "de-easy": ("de-easy", "de")}


@pytest.fixture
def texts() -> Texts:
    return Texts(CHAINS, {"de": (GERMAN,), "en": (ENGLISH,)})


def test_a_message_reads_in_the_language_asked_for(texts: Texts) -> None:
    hello = message("hello", name="Ada")
    assert texts.render(hello, "de") == Rendered("Guten Tag, Ada.", "Guten Tag, Ada.", "de")
    assert texts.render(hello, "en") == Rendered("Hello, Ada.", "Hello, Ada.", "en")


@pytest.mark.parametrize("language", ["en", "de-easy"])
def test_a_message_that_a_language_lacks_comes_from_the_next_and_says_so(texts: Texts, language: str) -> None:
    assert texts.render(message("only-german"), language) == Rendered("Nur deutsch", "Nur deutsch", "de")


def test_words_know_which_language_they_are_in(texts: Texts) -> None:
    words = Words.of({"de": "Rathaus", "en": "Town hall"})
    assert texts.render(words, "en") == Rendered("Town hall", "Town hall", "en")
    assert texts.render(Words.of({"de": "Rathaus"}), "en").language == "de"
    assert texts.render(Words.same("Brandis"), "en") == Rendered("Brandis", "Brandis", "")
    assert texts.render(Words.of({"fr": "Mairie"}), "en") == Rendered("Mairie", "Mairie", "fr")


def test_a_time_reads_as_digits_and_sounds_as_words(texts: Texts) -> None:
    opens = texts.render(message("opens", time=time(9, 5)), "de")
    assert (opens.text, opens.speech) == ("öffnet um 9:05\u00a0Uhr", "öffnet um 9 Uhr 5")


def test_messages_within_a_message_bring_their_speech_along(texts: Texts) -> None:
    both = texts.render(message("both", first=message("opens", time=time(9, 5)), second=Words.same("x")), "de")
    assert (both.text, both.speech) == ("öffnet um 9:05\u00a0Uhr x", "öffnet um 9 Uhr 5 x")


def test_messages_within_a_fallback_are_in_its_language(texts: Texts) -> None:
    both = message("both", first=message("hello", name="A"), second=message("only-german"))
    assert texts.render(both, "en").text == "Guten Tag, A. Nur deutsch"


def test_dates_keep_day_and_month_together(texts: Texts) -> None:
    day = date(2026, 12, 3)
    assert texts.render(message("on", day=day), "de").text == "am Donnerstag, 3.\u00a0Dezember"
    assert texts.render(message("on", day=day), "en").text == "on Thursday, 3\u00a0December"
    assert texts.render(message("full", day=day), "de").text == "Donnerstag, 3.\u00a0Dezember 2026"
    assert texts.render(message("full", day=day), "en").text == "Thursday, 3\u00a0December 2026"


def test_a_moment_is_shown_as_the_towns_clock_shows_it(texts: Texts) -> None:
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert texts.render(message("full", day=moment), "de").text == "Mittwoch, 1.\u00a0Juli 2026, 0:30"
    assert texts.render(message("on", day=moment), "de").text == "am Mittwoch, 1.\u00a0Juli"


def test_a_pin_is_said_as_a_word() -> None:
    texts = Texts({"de": ("de",)}, {"de": ("pin = Ihre PIN und die PUK",)})
    assert texts.render(message("pin"), "de") == Rendered("Ihre PIN und die PUK", "Ihre Pin und die Puk", "de")


def test_a_number_is_spelled_in_speech_only(texts: Texts) -> None:
    call = texts.render(message("call", number="115"), "de")
    assert (call.text, call.speech) == ("Rufen Sie 115 an.", "Rufen Sie eins eins fünf an.")


def test_soft_hyphens_and_no_break_signs_are_for_the_eye_only(texts: Texts) -> None:
    assert texts.render(message("privacy"), "de") == Rendered("Daten\u00adschutz", "Datenschutz", "de")
    mail = texts.render(message("mail"), "de")
    assert (mail.text, mail.speech) == (
        "Ihre E\u2011Mail kam um 10:20\u00a0Uhr.", "Ihre E-Mail kam um 10:20 Uhr.")  # fmt: skip


def test_a_message_may_mention_another(texts: Texts) -> None:
    assert texts.render(message("uses"), "de").text == "Nur deutsch."


@pytest.mark.parametrize("text", [message("nowhere"), message("broken"), message("hello")])
def test_a_missing_text_or_value_raises(texts: Texts, text) -> None:
    with pytest.raises(MissingTextError, match=text.id):
        texts.render(text, "de")


def test_in_production_a_missing_text_is_reported_and_a_neutral_one_is_shown() -> None:
    missed: list[str] = []
    texts = Texts(CHAINS, {"de": (GERMAN,), "en": (ENGLISH,)}, missing=missed.append)
    assert texts.render(message("nowhere"), "en").text == "Hier fehlt ein Text."
    assert missed == ["nowhere"]


def test_even_without_the_neutral_text_something_is_shown() -> None:
    assert Texts(CHAINS, {}, missing=lambda text_id: None).render(message("x"), "de").text == "–"


def test_the_towns_own_text_takes_the_place_of_the_shipped_one() -> None:
    texts = Texts(CHAINS, {"de": (GERMAN, "only-german = Unser Text")})
    assert texts.render(message("only-german"), "de").text == "Unser Text"
    assert texts.render(message("uses"), "de").text == "Unser Text."


def test_a_town_text_that_cannot_be_read_leaves_the_shipped_one() -> None:
    texts = Texts(CHAINS, {"de": (GERMAN, "only-german = { $")})
    assert texts.render(message("only-german"), "de").text == "Nur deutsch"
