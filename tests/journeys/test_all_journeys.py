"""What holds for every journey."""

import ast
from pathlib import Path

import pytest

import screens
import terminal.journeys
from terminal.journeys.registry import JOURNEYS, warm_up
from terminal.steps import Option
from tests.journeys.town import MOMENTS, ONE_OFFICE, PRAYER_DAY, SNAPSHOT, STAFFED, at
from tests.journeys.walk import content, paths, stage_after, texts_in
from tests.texts.shipped import shipped_texts

SNAPSHOTS = (SNAPSHOT, STAFFED, ONE_OFFICE)
TYPED = ("", "umzug", "fuehr", "nothing like it")
MODULES = sorted(Path(terminal.journeys.__file__).parent.rglob("*.py"))
OUTSIDE = {
    "io",
    "os",
    "sys",
    "time",
    "random",
    "secrets",
    "uuid",
    "socket",
    "subprocess",
    "threading",
    "requests",
    "kivy",
}
ICONS = {path.stem for path in (Path(screens.__file__).parent / "icons").glob("*.svg")}

WITH_WORK = {"book-appointment", "find-service", "my-appointment", "my-data", "pin-service"}
"""Journeys that cannot be walked by reading alone; test_appointments.py, test_find_service.py, test_my_data.py and test_pin_service.py hold the same of them."""

every_journey = pytest.mark.parametrize("journey_id", [id for id in JOURNEYS if id not in WITH_WORK])
every_snapshot = pytest.mark.parametrize("snapshot", SNAPSHOTS, ids=["usual", "staffed", "one-office"])


def begin(journey_id, snapshot):
    return lambda: JOURNEYS[journey_id].begin(snapshot)


@every_journey
@every_snapshot
def test_every_path_ends_or_stops_at_a_page_to_read(journey_id, snapshot) -> None:
    ports = at(PRAYER_DAY)
    for path in paths(begin(journey_id, snapshot), ports, typed=TYPED):
        stage = stage_after(begin(journey_id, snapshot), path)
        assert stage.ended == 1 or stage.asks


@every_journey
@every_snapshot
def test_back_leads_from_everywhere_to_the_first_step(journey_id, snapshot) -> None:
    for path in paths(begin(journey_id, snapshot), at(PRAYER_DAY)):
        stage = stage_after(begin(journey_id, snapshot), path[:-1])
        for _ in path[:-1]:
            stage.back()
        assert not stage.runner.back()
        assert stage.key == stage_after(begin(journey_id, snapshot), ()).key


@every_journey
@every_snapshot
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_on_every_path_has_words_in_both_languages(journey_id, snapshot, moment, language) -> None:
    texts, ports = shipped_texts(), at(moment)
    for path in paths(begin(journey_id, snapshot), ports, typed=TYPED):
        for length in range(len(path) + 1):
            stage = stage_after(begin(journey_id, snapshot), path[:length])
            shown = () if stage.ended else (stage.scene.step, *content(stage.scene.step, ports))
            assert all(texts.render(text, language).speech.strip() for text in texts_in(shown))


@every_journey
def test_titles_and_sublabels_have_words(journey_id) -> None:
    journey, texts = JOURNEYS[journey_id], shipped_texts()
    for text in (journey.title, journey.sublabel or journey.title):
        assert texts.render(text, "de").text != texts.render(text, "en").text


@every_journey
def test_every_icon_exists(journey_id) -> None:
    names = {JOURNEYS[journey_id].icon}
    for path in paths(begin(journey_id, SNAPSHOT), at(PRAYER_DAY)):
        for length in range(len(path)):
            step = stage_after(begin(journey_id, SNAPSHOT), path[:length]).scene.step
            names |= {
                part.icon
                for part in (*content(step, at(PRAYER_DAY)), *getattr(step, "ways", ()))
                if hasattr(part, "icon")
            }
    assert names - {None} <= ICONS


@every_journey
def test_live_content_says_that_it_only_computes(journey_id) -> None:
    for path in paths(begin(journey_id, SNAPSHOT), at(PRAYER_DAY)):
        step = stage_after(begin(journey_id, SNAPSHOT), path[:-1]).scene.step
        shown = getattr(step, "options", None) or step.blocks
        assert isinstance(shown, tuple) or (shown.local and shown.every_s > 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_journey_reaches_outside(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in modules} & OUTSIDE == set()
    assert not any(isinstance(node, ast.Try | ast.Global | ast.Nonlocal | ast.Delete) for node in ast.walk(tree))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_journey_changes_an_object_or_keeps_state(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    stores = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]
    assert stores == []
    mutable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    at_the_top = [
        node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, mutable)
    ]
    assert at_the_top == []


def test_options_have_different_values() -> None:
    step = stage_after(begin("town-hall", SNAPSHOT), ()).scene.step
    values = [option.value for option in content(step, at(PRAYER_DAY), "bürgerb") if isinstance(option, Option)]
    assert len(values) == len(set(values)) > 0


def test_warming_up_asks_for_this_year_and_the_next(monkeypatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(type(SNAPSHOT.calendar), "public_holiday", lambda self, day: asked.append(day.year))
    warm_up(SNAPSHOT, PRAYER_DAY.date())
    assert asked == [2026, 2027]
