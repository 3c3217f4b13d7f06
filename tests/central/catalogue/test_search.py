"""Questions in people's own words, typed by hand for this test, find the services that would help them."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from terminal.central.catalogue.model import Catalogue, Service
from terminal.central.catalogue.search.finder import Finder, Found
from terminal.central.catalogue.search.lexical import Lexical
from terminal.central.catalogue.search.thesaurus import Group, Thesaurus, ThesaurusError, read_groups
from tests.central.catalogue.conftest import TODAY

QUESTIONS = tomllib.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))
LANGUAGES = [language for language in QUESTIONS if language != "nonsense"]


def rank(found: Found, wanted: Iterable[str]) -> int:
    """From 1; a large number where none of `wanted` was found."""
    ids = [hit.service.id for hit in found.hits]
    return min((ids.index(id) + 1 for id in wanted if id in ids), default=99)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_question_is_answered_by_the_first_service(
    finder: Finder, language: str, record_property: Callable[[str, object], None]
) -> None:
    ranks = {question: rank(finder.on_reflection(question), wanted) for question, wanted in QUESTIONS[language].items()}
    first = sum(one == 1 for one in ranks.values()) / len(ranks)
    among_three = sum(one <= 3 for one in ranks.values()) / len(ranks)
    missed = {question: one for question, one in ranks.items() if one > 1}
    share = f"{100 * first:.0f} % first, {100 * among_three:.0f} % among three of {len(ranks)}"
    record_property("figure", f"search, our questions [{language}]: {share}")
    assert first >= 0.8, missed
    assert among_three >= 0.95, missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_alone_find_most_of_them_while_one_types(finder: Finder, language: str) -> None:
    ranks = [rank(finder.at_once(question), wanted) for question, wanted in QUESTIONS[language].items()]
    assert sum(one <= 3 for one in ranks) / len(ranks) >= 0.85


@pytest.mark.parametrize("question", QUESTIONS["nonsense"])
def test_where_nothing_fits_nothing_is_claimed(finder: Finder, question: str) -> None:
    assert not finder.on_reflection(question).sure
    assert finder.at_once(question).hits == ()


@pytest.mark.parametrize("question", ["", "   ", "?!", "\x00\x1f", "\u202e", "-" * 5000])
def test_a_question_without_words_finds_nothing(finder: Finder, question: str) -> None:
    assert finder.on_reflection(question) == Found()


def test_a_very_long_question_is_answered_by_its_beginning(finder: Finder) -> None:
    assert rank(finder.on_reflection("Hund anmelden " * 5000), ["dog-tax-registration"]) <= 2


@pytest.mark.parametrize("typed", ["pers", "perso", "person", "personala", "personalauswe"])
def test_half_a_word_is_enough(finder: Finder, typed: str) -> None:
    assert any(hit.service.id.startswith("identity-card") for hit in finder.at_once(typed).hits[:3])


@pytest.mark.parametrize(
    ("typed", "wanted"), [("muell", "waste-bins"), ("Müll", "waste-bins"), ("MUELL", "waste-bins")]
)
def test_umlauts_may_be_written_either_way(finder: Finder, typed: str, wanted: str) -> None:
    assert rank(finder.at_once(typed), [wanted]) == 1


def test_the_same_question_has_the_same_answer(finder: Finder) -> None:
    assert finder.on_reflection("umzug") == finder.on_reflection("umzug")


def service(id: str, title: str) -> Service:
    return Service(id=id, titles={"de": title})


def small(*services: Service, groups: tuple[Group, ...] = ()) -> Finder:
    catalogue = Catalogue(origin="test", read=TODAY, services=services)
    return Finder(catalogue, Lexical.of(catalogue), Thesaurus(groups, Catalogue(origin="", read=TODAY, services=())))


def test_a_synonym_of_the_town_leads_to_what_the_catalogue_calls_it() -> None:
    services = (service("1", "Hundesteuer Anmeldung"), service("2", "Gewerbe Anmeldung"))
    group = Group(("Hundesteuer",), ("Töle",))
    assert small(*services).at_once("töle").hits == ()
    assert rank(small(*services, groups=(group,)).at_once("töle"), ["1"]) == 1


def test_a_catalogue_of_one_service_or_none_can_be_searched() -> None:
    assert rank(small(service("1", "Hund")).at_once("hund"), ["1"]) == 1
    assert small().at_once("hund") == Found()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[same]]\nde = ['x']", 'has no "called"'),
        ("[[same]]\ncalled = ['?']", '"called" names nothing'),
        ("[[same]]\ncalled = ['x']\nde = 'y'", "de has to be a list of texts"),
        ("[[same", "cannot be read"),
        ("other = 1", "has to hold"),
    ],
)
def test_a_mistake_in_the_synonyms_is_named(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "synonyms.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ThesaurusError, match=why):
        read_groups(file)
