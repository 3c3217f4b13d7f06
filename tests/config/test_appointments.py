"""Counters and concerns that cannot work are told to staff before a citizen finds out."""

from pathlib import Path

import pytest

from config.loader import Broken, Loaded, load

OFFICES = """
[[offices]]
id = "buero"
name = { de = "Büro" }
summary = { de = "Alles" }
address = { street = "Markt 1", postcode = "04821", place = "Brandis" }
hours = { tue = ["09:00-10:00", "13:00-14:00"] }

[[offices]]
id = "archiv"
name = { de = "Archiv" }
summary = { de = "Altes" }
address = { street = "Markt 1", postcode = "04821", place = "Brandis" }
"""


def counter(id: str = "schalter", office: str = "buero") -> str:
    return f'[[counters]]\nid = "{id}"\noffice = "{office}"\nname = {{ de = "Schalter" }}\n'


def concern(id: str = "pass", more: str = "") -> str:
    minutes = "" if "minutes" in more else "minutes = 20\n"
    return f'[[concerns]]\nid = "{id}"\nname = {{ de = "Pass" }}\n{minutes}{more}\n'


def problems(folder: Path, text: str) -> list[str]:
    (folder / "town.toml").write_text(OFFICES + text, encoding="utf-8")
    result = load(folder)
    return [f"{one.key}: {one.reason}" for one in result.problems] if isinstance(result, Broken) else []


def test_counters_and_concerns_that_fit_together_are_taken(tmp_path: Path) -> None:
    assert problems(tmp_path, counter() + concern(more='counters = ["schalter"]')) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (counter(office="bureo"), 'counters.schalter.office: there is no office "bureo"; did you mean "buero"?'),
        (
            counter(office="archiv"),
            'counters.schalter.office: the office "archiv" has no opening hours, so nobody could ever come',
        ),
        (counter() + counter(), 'counters: the id "schalter" is used twice'),
        (counter() + concern() + concern(), 'concerns: the id "pass" is used twice'),
        (concern(), "concerns.pass: needs at least one entry under [[counters]]"),
        (
            counter() + concern(more='counters = ["schlater"]'),
            'concerns.pass.counters[1]: there is no counter "schlater"; did you mean "schalter"?',
        ),
        (
            counter() + concern(more="minutes = 61"),
            "concerns.pass.minutes: is longer than its offices are ever open without a break (60 minutes)",
        ),
    ],
)
def test_what_cannot_work_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert problems(tmp_path, text) == [told]


def test_each_file_of_a_folder_may_add_counters_and_concerns(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OFFICES + counter("a") + concern("pass"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(counter("b") + concern("umzug"), encoding="utf-8")
    loaded = load(tmp_path)
    assert isinstance(loaded, Loaded)
    assert [one.id for one in loaded.configuration.counters] == ["a", "b"]
    assert [one.id for one in loaded.configuration.concerns] == ["pass", "umzug"]


def test_the_shipped_configuration_offers_no_appointments_and_brandis_does() -> None:
    shipped, brandis = load(None), load(Path("config/towns/brandis"))
    assert isinstance(shipped, Loaded)
    assert isinstance(brandis, Loaded)
    assert shipped.configuration.concerns == ()
    assert len(brandis.configuration.concerns) > 5
