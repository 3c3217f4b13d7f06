"""The town's own wording: what would not work on the screen is told when the configuration is checked."""

from pathlib import Path

import pytest

from config.loader import Broken, Loaded, load


def result_of(folder: Path, fluent: str) -> Loaded | Broken:
    (folder / "de.ftl").write_text(fluent, encoding="utf-8")
    (folder / "town.toml").write_text('[texts]\noverrides = { de = "de.ftl" }\n', encoding="utf-8")
    return load(folder)


@pytest.mark.parametrize("fluent", [
    "start-title = Was brauchen Sie?\n",
    "# Nur ein Kommentar\n\nback = Zurück\n    .speech = Einen Schritt zurück\n",
    "-town-word = Brandis\nstart-title = Willkommen in { -town-word }\n",
    "help-desk-call = Bitte { $number } wählen.\n",
    "",
])
def test_wording_with_shipped_ids_and_variables_holds(tmp_path: Path, fluent: str) -> None:
    assert isinstance(result_of(tmp_path, fluent), Loaded)


@pytest.mark.parametrize(("fluent", "told"), [
    ("strat-title = Hallo\n", ', line 1: no screen shows "strat-title"; did you mean "start-title"?'),
    ("back = Zurück\n\nhelp-desk-call = { $numer } wählen\n",
     ', line 3: "help-desk-call" has no $numer; did you mean "number"?'),
    ("back = Zurück\nstart-title = { $\n", " is not Fluent in line 2"),
])
def test_wording_that_would_not_work_is_told_with_its_line(tmp_path: Path, fluent: str, told: str) -> None:
    result = result_of(tmp_path, fluent)
    assert isinstance(result, Broken)
    assert [str(problem) for problem in result.problems] == [
        f"{tmp_path}/town.toml: texts.overrides.de: the file {tmp_path}/de.ftl{told}"]
