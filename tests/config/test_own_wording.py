"""The town's own wording: what would not work on the screen is told when the configuration is checked."""

from pathlib import Path

import pytest

from config.loader import Broken, Loaded, load


def result_of(folder: Path, fluent: str) -> Loaded | Broken:
    (folder / "de.ftl").write_text(fluent, encoding="utf-8")
    (folder / "town.toml").write_text('[texts]\noverrides = { de = "de.ftl" }\n', encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize(
    "fluent",
    [
        "start-title = Was brauchen Sie?\n",
        "# Nur ein Kommentar\n\nback = Zurück\n    .speech = Einen Schritt zurück\n",
        "-town-word = Brandis\nstart-title = Willkommen in { -town-word }\n",
        "help-desk-call = Bitte { $number } wählen.\n    .speech = Bitte { DIGITS($number) } wählen.\n",
        "",
    ],
)
def test_wording_with_shipped_ids_and_variables_holds(tmp_path: Path, fluent: str) -> None:
    assert isinstance(result_of(tmp_path, fluent), Loaded)


@pytest.mark.parametrize(
    ("fluent", "told"),
    [
        ("strat-title = Hallo\n", ', line 1: no screen shows "strat-title"; did you mean "start-title"?'),
        (
            "back = Zurück\n\nhelp-desk-call = { $numer } wählen\n    .speech = { $number }\n",
            ', line 3: "help-desk-call" has no $numer; did you mean "number"?',
        ),
        (
            "help-desk-call = { $number } wählen\n",
            ', line 1: "help-desk-call" needs a line .speech = how a voice says it',
        ),
        ("back = Zurück\nstart-title = { $\n", ", line 2: this cannot be read; write: id = text"),
        (
            "strt = A\nback = { BIG(1) }\n",
            ', line 1: no screen shows "strt"; line 2: "back" uses BIG(), which does not exist',
        ),
    ],
)
def test_wording_that_would_not_work_is_told_with_its_line(tmp_path: Path, fluent: str, told: str) -> None:
    result = result_of(tmp_path, fluent)
    assert isinstance(result, Broken)
    assert [str(problem) for problem in result.problems] == [
        f"{tmp_path}/town.toml: texts.overrides.de: the file {tmp_path}/de.ftl{told}"
    ]
