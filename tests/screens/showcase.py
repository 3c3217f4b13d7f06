"""Every screen in every look, page by page, as trees: what the layout tests walk through. Needs no window."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import config
from config.loader import Broken, load
from config.schema import Configuration
from config.schema.journeys import Journeys
from screens.actions import TurnPage
from screens.context import Handling
from screens.look import Look
from screens.primitives import Rect
from screens.stage import Stage
from screens.tree import Node, Role, Tree
from screens.view import View
from terminal.asides import Aside
from terminal.assembly.gallery import exhibits, view_of
from terminal.preferences import Preferences
from terminal.scenes import Scene
from tests.screens.specimens import specimens

LANGUAGES = ("de", "en")
ORIENTATIONS = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
SIZES = (1, 2, 3, 4)
_BRANDIS = Path(config.__file__).parent / "towns" / "brandis"


class TuesdayMorning:
    """A clock that has stopped at 10:42 in Brandis, on a day with opening hours."""

    def now(self) -> datetime:
        """Always the same."""
        return datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


class NoCanvas:
    """Nobody draws."""

    def paint(self, groups: Any) -> list[Rect]:
        """Nothing."""
        return []


@dataclass(frozen=True)
class Screen:
    """A scene of one configuration under a name that says what it shows."""

    name: str
    configuration: Configuration
    scene: Scene
    aside: Aside | None = None
    handle: Callable[[Handling], None] = lambda handling: None


@dataclass(frozen=True)
class Page:
    """One page of a screen in one look. `told` leaves out what is only decoration."""

    where: str
    look: Look
    language: str
    tree: Tree
    number: int
    count: int

    @property
    def told(self) -> tuple[Node, ...]:
        """Nodes that are read."""
        return tuple(node for node in self.tree.nodes if node.role is not Role.DECORATION)


def configuration(town: Path | None) -> Configuration:
    """The shipped configuration, or that of a town."""
    loaded = load(town)
    assert not isinstance(loaded, Broken), loaded.problems
    return loaded.configuration


@cache
def screens() -> dict[str, Screen]:
    """All screens by name: both configurations, then the specimens in the dress of Brandis."""
    found = []
    for town, path in (("brandis", _BRANDIS), ("neutral", None)):
        settings = configuration(path)
        if path:
            journeys = Journeys(
                enabled=(
                    "find-service",
                    "book-appointment",
                    "my-appointment",
                    "pin-service",
                    "my-data",
                    "town-hall",
                    "help-desk",
                )
            )
            settings = settings.model_copy(update={"journeys": journeys})
        found += [
            Screen(f"{town}-{exhibit.name}", settings, exhibit.scene, exhibit.aside)
            for exhibit in exhibits(settings, TuesdayMorning())
        ]
    settings = found[0].configuration
    found += [Screen(f"specimen-{one.name}", settings, one.scene, None, one.handle) for one in specimens()]
    return {screen.name: screen for screen in found}


def view(screen: Screen, look: Look, language: str) -> View:
    """A view with this screen on it."""
    made = view_of(screen.configuration, replace(look, size=1), TuesdayMorning(), Stage(NoCanvas(), lambda rect: None))
    made.show(screen.scene, Preferences(language, look.size), screen.aside)
    screen.handle(made.handling)
    made.typed()
    return made


def turn_pages(shown: View, language: str) -> Iterator[Page]:
    """All pages, got by the button that turns to the next one, and no other way."""
    number, look = 0, shown.look
    while True:
        where = f"{language} {look.width}x{look.height} size {look.size} page {number + 1} of {shown.pages}"
        yield Page(where, look, language, shown.tree, number, shown.pages)
        button = shown.tree.find("page:next")
        if button is None or not isinstance(button.action, TurnPage) or number > 200:
            return
        number = shown.handling.page = button.action.page
        shown.refresh()


@cache
def look_of(orientation: str, size: int) -> Look:
    """The screen that most kiosks have, upright or across."""
    return Look(*ORIENTATIONS[orientation], size=size)


@cache
def pages(name: str, orientation: str, size: int, language: str) -> tuple[Page, ...]:
    """The pages of one screen in one look."""
    look = look_of(orientation, size)
    return tuple(turn_pages(view(screens()[name], look, language), language))


Combination = tuple[str, str, int]
"""Language, orientation, text size."""

_EVERY = [(language, orientation, size) for size in SIZES for orientation in ORIENTATIONS for language in LANGUAGES]
PAIRS: tuple[Combination, ...] = tuple(one for i, one in enumerate(_EVERY) if i % 8 in (0, 3, 5, 6))
"""Half of all combinations, in which every two values meet: enough for a developer to wait for."""

OTHERS: tuple[Combination, ...] = tuple(one for one in _EVERY if one not in PAIRS)


@dataclass(frozen=True)
class Walk:
    """One screen through some combinations."""

    name: str
    combinations: tuple[Combination, ...] = PAIRS

    def pages(self) -> Iterator[Page]:
        """All pages in each of them."""
        for language, orientation, size in self.combinations:
            yield from pages(self.name, orientation, size, language)


def walks(names: Iterable[str]) -> pytest.MarkDecorator:
    """Parametrises a test by screens: the pairs always, the other combinations only with the slow tests."""
    return pytest.mark.parametrize(
        "walk",
        [
            pytest.param(Walk(name, combinations), id=f"{name}{end}", marks=marks)
            for name in names
            for combinations, end, marks in ((PAIRS, "", ()), (OTHERS, "-others", pytest.mark.slow))
        ],
    )
