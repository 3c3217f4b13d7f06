"""The slot picker through the real front: what a press does, what is told, by fingers, keys and in both languages."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from screens.front import Front
from screens.keys import named
from screens.look import Look
from screens.stage import Stage
from screens.tree import Node, State
from screens.view import Surroundings
from terminal.asides import AsideSteps
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of, town_of
from terminal.deadline import Patience
from terminal.preferences import Preferences
from terminal.steps import Journey, Option, PickSlot, Ports, SlotBoard, SlotTime, Start
from terminal.visit import Offer, Visit
from terminal.wording import Words
from tests.screens.showcase import NoCanvas, TuesdayMorning, pages, screens
from tests.screens.slot_specimens import CHOSEN, MONDAY, THURSDAY, board, picker, slot
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop

FRIDAY = THURSDAY + timedelta(days=1)
LATER = date(2026, 12, 7)


class Times:
    """A live board: nine times on Thursday, one on Friday. `asked` are the days it was asked for."""

    every_s = 20.0
    local = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gone: set[SlotTime] = set()

    def look(self, ports: Ports, typed: str) -> SlotBoard:
        """See `LiveQuery`."""
        self.asked.append(typed)
        if typed == FRIDAY.isoformat():
            return board(((8, 0),), FRIDAY)
        if typed not in ("", THURSDAY.isoformat()):
            return board((), date.fromisoformat(typed))
        known = board()
        return replace(known, times=tuple(time for time in known.times if time not in self.gone))


@dataclass
class Picked:
    """A picker on a screen, and what was answered."""

    front: Front
    loop: VirtualLoop
    times: Times
    answers: list[object]

    def node(self, id: str) -> Node:
        """The node with this id, which is there."""
        found = self.front.view.tree.find(id)
        assert found is not None, [node.id for node in self.front.view.tree.nodes]
        return found

    def press(self, *ids: str) -> None:
        """Press nodes one after the other, as a finger would."""
        for id in ids:
            assert self.front.press_node(self.node(id))

    def keys(self, *names: str) -> None:
        """Press keys."""
        for name in names:
            intention = named(name)
            assert intention is not None
            self.front.key(intention)

    def tab_to(self, id: str) -> None:
        """Move the ring with Tab until it is there."""
        for _ in range(60):
            self.keys("tab")
            if self.front.view.handling.focus == id:
                return
        raise AssertionError(id)


def picked(step: Callable[[PickSlot], PickSlot] = lambda step: step, *, size: int = 1) -> Picked:
    """A visit that has just come to the picker."""
    settings, times, answers, loop = screens()["brandis-start"].configuration, Times(), [], VirtualLoop()
    shown = step(replace(picker(SlotBoard()), board=times, opening=times.look(Ports(TuesdayMorning()), "")))

    def journey() -> Journey:
        answers.append((yield from shown))
        answers.append((yield from replace(shown, key="next")))

    ports, workers = Ports(clock=TuesdayMorning()), ScriptedWorkers(loop)
    around = Surroundings(
        texts_of(first_sight_of(settings)), town_of(first_sight_of(settings)), Look(1080, 1920), ports
    )
    front = Front(around, Stage(NoCanvas(), lambda rect: None), loop, workers)
    start = Start(key="start", greeting=Words.same("-"), title=Words.same("Start"),
                  options=(Option(value="book", label=Words.same("Book")),))  # fmt: skip
    front.visit = Visit(
        Offer(start, {"book": journey}, AsideSteps((("de", "Deutsch"), ("en", "English")), ())),
        ports=ports, loop=loop, workers=workers, patience=Patience(600, 30, 3), preferences=Preferences("de", size),
        on_scene=front.on_scene, on_finished=lambda: None, record=lambda event: None,
    )  # fmt: skip
    front.visit.show()
    front.handed_over()
    loop.advance(1)
    front.press_node(front.view.tree.find("option:book"))  # type: ignore[arg-type]
    loop.advance(1)
    return Picked(front, loop, times, answers)


def test_the_earliest_time_is_one_press() -> None:
    on = picked()
    on.press("earliest")
    assert on.answers == [slot(date(2026, 11, 24), 9, 20).start]


def test_a_time_is_chosen_and_then_confirmed() -> None:
    on = picked()
    on.press("time:10:20")
    assert State.SELECTED in on.node("time:10:20").states
    assert on.node("main").name.replace("\u00a0", " ") == "Weiter mit 10:20 Uhr"
    assert on.answers == []
    on.press("main")
    assert on.answers == [CHOSEN]


def test_without_a_time_the_main_button_says_what_is_missing_and_does_nothing() -> None:
    on = picked()
    assert (on.node("main").value, State.DISABLED in on.node("main").states) == ("Uhrzeit fehlt", True)
    on.press("main")
    assert on.answers == []


def test_another_day_asks_for_its_times_and_clears_the_choice() -> None:
    on = picked()
    on.press("time:10:20", f"day:{FRIDAY}")
    assert on.times.asked[-1] == "2026-12-04"
    assert on.node("time:08:00").speech == "8 Uhr"
    assert State.DISABLED in on.node("main").states


def test_what_a_day_says_is_a_word_and_a_voice_says_it_whole() -> None:
    on = picked()
    thursday, monday, wednesday = (on.node(f"day:{MONDAY + timedelta(days=n)}") for n in (3, 0, 2))
    assert (thursday.name, thursday.value) == ("Do 3", "12 frei")
    assert thursday.speech == "Donnerstag, 3. Dezember, 12 Zeiten frei"
    assert (monday.value, wednesday.value) == ("voll", "zu")
    assert State.UNAVAILABLE in monday.states & wednesday.states


@pytest.mark.parametrize(
    ("days", "told"), [(0, "ist nichts mehr frei"), (2, "ist geschlossen: Betriebsversammlung und Umzug")]
)
def test_pressing_a_day_without_times_explains_it(days: int, told: str) -> None:
    on = picked()
    on.press(f"day:{MONDAY + timedelta(days=days)}")
    assert told in on.node("explained").name


def test_later_opens_the_next_week_at_its_first_free_day_or_says_that_there_is_none() -> None:
    on = picked()
    on.press("week:next")
    assert "nichts mehr frei" in on.node("explained").name
    assert on.node(f"day:{LATER}").value == "voll"
    on.press("week:previous")
    assert State.SELECTED in on.node(f"day:{MONDAY + timedelta(days=1)}").states


def test_there_is_no_week_before_the_first_and_none_after_the_last() -> None:
    on = picked()
    on.press("week:previous")
    assert not on.node("week:previous").pressable
    for _ in range(20):
        if on.node("week:next").pressable:
            on.press("week:next")
    assert not on.node("week:next").pressable


def test_a_chosen_time_that_somebody_takes_is_told_and_the_choice_is_cleared() -> None:
    on = picked()
    on.press("time:10:20")
    on.times.gone.add(slot(THURSDAY, 10, 20))
    on.loop.advance(25)
    assert on.node("note").name == "Dieser Platz ist gerade vergeben worden. Bitte wählen Sie einen anderen."
    assert State.DISABLED in on.node("main").states
    assert State.SELECTED in on.node(f"day:{THURSDAY}").states
    on.press("time:09:00")
    assert on.front.view.tree.find("note") is None


def test_going_back_finds_the_choice_as_it_was() -> None:
    on = picked()
    on.press("time:10:20", "main")
    on.loop.advance(1)
    on.press("bar:back")
    assert State.SELECTED in on.node("time:10:20").states


def test_the_language_changes_in_the_middle_and_the_choice_stays() -> None:
    on = picked()
    on.press("time:10:20")
    on.front.visit.prefer(Preferences("en"))
    assert on.node("main").name == "Continue with 10:20"
    assert State.SELECTED in on.node("time:10:20").states


def test_keys_alone_choose_day_and_time_and_go_on() -> None:
    on = picked()
    on.tab_to(f"day:{FRIDAY}")
    on.keys("enter")
    on.tab_to("time:08:00")
    on.keys("enter")
    on.tab_to("main")
    on.keys("enter")
    assert on.answers == [slot(FRIDAY, 8, 0).start]


def test_at_the_largest_size_the_day_comes_first_and_can_be_changed() -> None:
    on = picked(size=4)
    assert on.front.view.tree.find("main") is None
    while on.front.view.tree.find(f"day:{THURSDAY}") is None:
        on.press("page:next")
    on.press(f"day:{THURSDAY}")
    assert on.node("day").name.replace("\u00a0", " ") == "Donnerstag, 3. Dezember"
    on.press("time:09:00", "other-day")
    assert on.front.view.tree.find("time:09:00") is None
    assert on.front.view.tree.find("earliest")


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_every_free_time_stands_on_exactly_one_page(orientation: str, size: int) -> None:
    shown = [node.id for page in pages("specimen-slot-many", orientation, size, "de") for node in page.tree.nodes]
    times = [id for id in shown if id.startswith("time:")]
    assert len(times) == len(set(times)) == 54
