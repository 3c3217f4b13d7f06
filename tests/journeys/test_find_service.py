"""From one's own words to what one came for: the answer, the office, paper, a code, or the booked appointment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from terminal.adapters import Adapters
from terminal.central.catalogue.library import Library
from terminal.central.catalogue.model import Link, Place, Service, Topic
from terminal.central.catalogue.port import CATALOGUE
from terminal.central.catalogue.responsible import responsible_names
from terminal.journeys.find_service.finding import ALL, HELP, LETTER, SITUATION, SITUATIONS, ServiceFinder, ServiceList
from terminal.journeys.find_service.taking_along import LARGEST_BYTES, in_short
from terminal.journeys.registry import JOURNEYS
from terminal.steps import Choose, Option, QrCode, Read
from terminal.workers import Lane
from tests.journeys.town import PRAYER_DAY, SNAPSHOT, at
from tests.journeys.walk import texts_in
from tests.terminal.stage import Stage
from tests.texts.shipped import shipped_texts

TOWN = replace(SNAPSHOT, responsible_names=responsible_names(), responsible={"citizens-office": SNAPSHOT.offices[0].id})


class Catalogue:
    """A `ServiceCatalogue` that finds what it is told to."""

    def __init__(self, services: Sequence[Service], places: Sequence[Place] = ()) -> None:
        self.all, self.places_there = services, places
        self.sure = True

    def find(self, typed: str) -> tuple[Sequence[Service], bool]:
        return [service for service in self.all if typed in service.id], self.sure

    def services(self) -> Sequence[Service]:
        return self.all

    def places(self) -> Sequence[Place]:
        return self.places_there


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return Catalogue(Library(tmp_path_factory.mktemp("state"), date(2026, 11, 28)).services().services)


def reach(catalogue: Catalogue) -> Any:
    return replace(at(PRAYER_DAY), adapters=Adapters().having(CATALOGUE, catalogue))


def opened(catalogue: Catalogue, *answers: str, town: Any = TOWN) -> Stage:
    """The journey after these answers."""
    stage = Stage(lambda: JOURNEYS["find-service"].begin(town), reach=reach(catalogue))
    for answer in answers:
        stage.answer(answer)
        while stage.workers.queued(Lane.WORK):
            stage.workers.finish(Lane.WORK)
    return stage


def step(stage: Stage) -> Any:
    return stage.scene.step


def values(options: Sequence[Option]) -> list[str]:
    return [option.value for option in options]


def test_nothing_typed_offers_life_situations_and_all_of_them_have_services(bundled: Catalogue) -> None:
    options = ServiceFinder({}).look(reach(bundled), "")
    assert values(options) == [ALL, *(f"{SITUATION}{one}" for one in SITUATIONS)]
    for situation in SITUATIONS:
        assert len(ServiceList(f"{SITUATION}{situation}", {}).look(reach(bundled), "")) > 1


def test_every_service_is_found_by_letter_and_by_situation(bundled: Catalogue) -> None:
    letters = ServiceList(ALL, {}).look(reach(bundled), "")
    by_letter = [
        value for letter in letters for value in values(ServiceList(letter.value, {}).look(reach(bundled), ""))
    ]
    assert all(letter.value.startswith(LETTER) for letter in letters)
    assert sorted(value for value in by_letter if value != HELP) == sorted(service.id for service in bundled.all)
    assert all(set(service.life_situations) & set(SITUATIONS) for service in bundled.all)


def test_people_are_always_the_last_answer_and_the_only_one_when_nothing_fits(bundled: Catalogue) -> None:
    finder = ServiceFinder({})
    assert values(finder.look(reach(bundled), "passport"))[-1] == HELP
    assert values(finder.look(reach(bundled), "nothing like it")) == [HELP]
    bundled.sure = False
    unsure = finder.look(reach(bundled), "passport")[-1]
    bundled.sure = True
    assert unsure.label != finder.look(reach(bundled), "passport")[-1].label


def test_a_question_is_answered_on_a_page_of_its_own(bundled: Catalogue) -> None:
    stage = opened(bundled, "dog-tax-registration")
    questions = step(stage)
    assert isinstance(questions, Choose)
    assert "topic:documents" in values(questions.options)
    stage.answer("topic:documents")
    page = step(stage)
    assert isinstance(page, Read)
    assert len(page.blocks) == 4  # three things to bring, and from when this is
    assert [way.back for way in page.ways] == [True]
    stage.back()
    stage.workers.finish(Lane.WORK)
    assert step(stage) == questions


def test_every_page_of_every_bundled_service_has_words_in_both_languages(bundled: Catalogue) -> None:
    texts = shipped_texts()
    for service in bundled.all:
        questions = step(opened(bundled, service.id))
        for value in values(questions.options):
            if value.startswith("topic:") or value in ("office", "take-along", "links"):
                page = step(opened(bundled, service.id, value))
                for text in texts_in((questions, page)):
                    for language in ("de", "en"):
                        said = texts.render(text, language)
                        assert said.text.strip(), (service.id, value, text)
                        assert said.language in (language, ""), (service.id, value, text)


def test_an_office_of_this_house_is_shown_with_its_hours(bundled: Catalogue) -> None:
    page = step(opened(bundled, "identity-card", "office"))
    assert page.title.by_language[0][1] in dict(SNAPSHOT.offices[0].name).values()


def test_an_office_elsewhere_is_named_and_115_knows_the_way(bundled: Catalogue) -> None:
    page = step(opened(bundled, "naturalisation", "office"))
    said = [shipped_texts().render(text, "de").text for text in texts_in((page,))]
    assert any("Ausländerbehörde" in one.replace("\u00ad", "") for one in said)
    assert any("115" in one for one in said)


def test_what_a_foreign_catalogue_says_of_its_offices_is_shown() -> None:
    service = Service(id="1", titles={"de": "Hund"}, places=("7",))
    place = Place(id="7", name="Steueramt", street="Markt 1", postcode="04821", place="Brandis", phone="030 23125 100")
    page = step(opened(Catalogue([service], [place]), "1", "office"))
    said = [shipped_texts().render(text, "de").text for text in texts_in((page,))]
    assert any("Markt 1" in one for one in said)


def test_forms_are_codes_to_take_along_and_an_address_that_is_too_long_is_not_cut() -> None:
    links = (
        Link(name="Formular", address="https://example.org/f"),
        Link(name="Lang", address="https://example.org/" + "x" * 400),
    )
    page = step(opened(Catalogue([Service(id="1", titles={"de": "Hund"}, forms=links)]), "1", "links"))
    assert [block.data for block in page.blocks if isinstance(block, QrCode)] == ["https://example.org/f"]


def test_the_code_to_take_along_is_never_too_large(bundled: Catalogue) -> None:
    for service in bundled.all:
        assert 0 < len(in_short(service).encode()) <= LARGEST_BYTES
        page = step(opened(bundled, service.id, "take-along"))
        (code,) = page.blocks
        assert len(code.data.encode()) <= LARGEST_BYTES


def test_a_service_that_has_gone_meanwhile_leads_to_people(bundled: Catalogue) -> None:
    assert opened(bundled, "no-such-service").key == "people"
    assert opened(bundled, HELP).key == "people"


def test_only_a_service_with_a_concern_that_somebody_serves_can_be_booked(bundled: Catalogue) -> None:
    assert "book" not in values(step(opened(bundled, "identity-card")).options)
    misled = replace(TOWN, service_concerns={"identity-card": "no-such-concern"})
    assert "book" not in values(step(opened(bundled, "identity-card", town=misled)).options)


def test_long_beginnings_of_answers_are_cut_between_words(bundled: Catalogue) -> None:
    for service in bundled.all[:20]:
        for option in step(opened(bundled, service.id)).options:
            if option.value.startswith("topic:") and option.sublabel is not None:
                assert len(shipped_texts().render(option.sublabel, "de").text.replace("\u00ad", "")) <= 80


def test_topics_stand_in_the_order_in_which_people_ask(bundled: Catalogue) -> None:
    asked = [value for value in values(step(opened(bundled, "identity-card")).options) if value.startswith("topic:")]
    order = [f"topic:{topic.value}" for topic in (Topic.DOCUMENTS, Topic.FEES, Topic.PROCEDURE)]
    assert [value for value in asked if value in order] == order
