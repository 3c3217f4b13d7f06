"""Help, languages and settings over a visit: the visit underneath stays what it is."""

import pytest

from terminal.asides import Aside
from terminal.scenes import StepScene, WorkScene
from terminal.steps import Adjust, Choose, Heading, Paragraph, Read
from terminal.wording import message
from tests.terminal.lobby import ASIDES, PATIENCE, Lobby


def over_contact(aside: Aside) -> tuple[Lobby, int]:
    """An aside over a half-typed step; and the step's serial."""
    lobby = Lobby().to("contact")
    serial = lobby.scene.serial
    lobby.visit.draft("contact", "a@b")
    lobby.visit.open(aside)
    return lobby, serial


@pytest.mark.parametrize("aside", Aside)
def test_pressing_again_leaves_an_aside_and_the_step_is_as_it_was(aside: Aside) -> None:
    lobby, serial = over_contact(aside)
    assert lobby.key == f"aside-{aside.value}"
    lobby.visit.open(aside)
    assert (lobby.key, lobby.scene.serial, lobby.draft) == ("contact", serial, "a@b")


@pytest.mark.parametrize("aside", Aside)
def test_back_leaves_an_aside_and_goes_no_step_back(aside: Aside) -> None:
    lobby, serial = over_contact(aside)
    lobby.visit.back()
    assert (lobby.key, lobby.scene.serial, lobby.draft) == ("contact", serial, "a@b")


@pytest.mark.parametrize("aside", Aside)
def test_an_aside_opens_over_the_start_screen_and_closes_to_it(aside: Aside) -> None:
    lobby = Lobby()
    lobby.visit.touched()
    home = lobby.scene
    lobby.visit.open(aside)
    assert lobby.key == f"aside-{aside.value}"
    lobby.visit.open(aside)
    assert lobby.scene == home


def test_another_aside_takes_the_place_of_the_first() -> None:
    lobby, serial = over_contact(Aside.HELP)
    lobby.visit.open(Aside.COMFORT)
    assert lobby.key == "aside-comfort"
    lobby.visit.open(Aside.COMFORT)
    assert lobby.scene.serial == serial


def test_the_step_underneath_takes_no_answer() -> None:
    lobby, serial = over_contact(Aside.HELP)
    assert not lobby.visit.answer(serial, "x")
    assert lobby.key == "aside-help"


def test_an_aside_that_was_left_takes_no_answer() -> None:
    lobby, _ = over_contact(Aside.LANGUAGE)
    aside = lobby.scene.serial
    lobby.visit.back()
    assert not lobby.visit.answer(aside, "language:en")
    assert lobby.visit.preferences.language == "de"


def test_choosing_a_language_leaves_to_the_same_step_with_what_was_typed() -> None:
    lobby, serial = over_contact(Aside.LANGUAGE)
    lobby.answer("language:en")
    assert lobby.visit.preferences.language == "en"
    assert (lobby.key, lobby.scene.serial, lobby.draft) == ("contact", serial, "a@b")


def test_a_language_change_without_an_aside_keeps_step_and_draft_too() -> None:
    lobby, serial = over_contact(Aside.HELP)
    lobby.visit.back()
    lobby.visit.draft("contact", "a@b.c")
    assert lobby.draft == "a@b.c"
    lobby.visit.prefer(lobby.visit.preferences)
    assert (lobby.scene.serial, lobby.draft) == (serial, "a@b.c")


def test_a_size_takes_effect_at_once_and_leaves_the_citizen_there() -> None:
    lobby, serial = over_contact(Aside.COMFORT)
    comfort = lobby.scene.serial
    lobby.answer("size:largest")
    assert (lobby.key, lobby.scene.serial, lobby.visit.preferences.size) == ("aside-comfort", comfort, 4)
    lobby.answer("size:normal")
    lobby.answer(Adjust.DONE)
    assert (lobby.key, lobby.scene.serial, lobby.visit.preferences.size) == ("contact", serial, 1)


def test_the_settings_show_what_is_in_force() -> None:
    lobby, _ = over_contact(Aside.COMFORT)
    lobby.answer("size:larger")
    lobby.answer("time:more")
    assert isinstance(lobby.scene, StepScene)
    step = lobby.scene.step
    assert isinstance(step, Adjust)
    selected = [option.value for group in step.groups for option in group.options if option.selected]
    assert selected == ["size:larger", "time:more"]


def test_more_time_counts_from_the_moment_it_was_chosen() -> None:
    lobby, _ = over_contact(Aside.COMFORT)
    lobby.answer("time:more")
    lobby.loop.advance(PATIENCE.idle_s * PATIENCE.more_time - 0.01)
    assert lobby.key == "aside-comfort"
    lobby.loop.advance(0.01)
    assert lobby.visit.state.value == "warning"


def test_taking_more_time_back_counts_from_now_too() -> None:
    lobby, _ = over_contact(Aside.COMFORT)
    lobby.answer("time:more")
    lobby.answer("time:usual")
    lobby.loop.advance(PATIENCE.idle_s)
    assert lobby.visit.state.value == "warning"


def test_an_aside_is_still_there_after_the_warning() -> None:
    lobby, _ = over_contact(Aside.COMFORT)
    before = lobby.scene
    lobby.loop.advance(PATIENCE.idle_s)
    lobby.visit.touched()
    assert lobby.scene == before


def test_work_goes_on_under_an_aside_and_its_result_waits() -> None:
    lobby = Lobby().to("hold")
    assert isinstance(lobby.scene, WorkScene)
    lobby.visit.open(Aside.HELP)
    lobby.workers.finish_all()
    assert lobby.key == "aside-help"
    lobby.visit.back()
    assert lobby.key == "contact"


@pytest.mark.parametrize("answer", ["language:xx", "size:huge", "time:", "done", "nonsense", ""])
def test_an_answer_that_means_nothing_changes_nothing(answer: str) -> None:
    lobby, _ = over_contact(Aside.COMFORT)
    before = lobby.visit.preferences
    lobby.answer(answer)
    assert lobby.visit.preferences == before


def test_help_begins_with_the_help_of_what_is_underneath() -> None:
    lobby = Lobby()
    lobby.visit.touched()
    lobby.visit.open(Aside.HELP)
    assert isinstance(lobby.scene, StepScene)
    step = lobby.scene.step
    assert isinstance(step, Read)
    assert step.blocks == (Paragraph(message("help-start")), Heading(message("help-general")), *ASIDES.help)


def test_help_over_a_step_without_its_own_is_the_general_one() -> None:
    lobby, _ = over_contact(Aside.HELP)
    assert isinstance(lobby.scene, StepScene)
    step = lobby.scene.step
    assert isinstance(step, Read)
    assert step.blocks == ASIDES.help


def test_languages_bear_their_own_names_and_the_present_one_is_selected() -> None:
    lobby, _ = over_contact(Aside.LANGUAGE)
    assert isinstance(lobby.scene, StepScene)
    step = lobby.scene.step
    assert isinstance(step, Choose)
    assert isinstance(step.options, tuple)
    names = [(option.value, dict(getattr(option.label, "by_language", ())), option.selected) for option in step.options]
    assert names == [("language:de", {"de": "Deutsch"}, True), ("language:en", {"en": "English"}, False)]
