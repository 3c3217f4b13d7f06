"""What holds when everything is right: layers, files, snapshot, last good one."""

import subprocess
import sys
from pathlib import Path

import pytest

from config import last_good
from config.loader import SHIPPED, Broken, Loaded, load
from config.schema import Configuration
from terminal.assembly.first_sight import first_sight_of

BRANDIS = SHIPPED.parent / "towns" / "brandis"
OFFICE = """
[[offices]]
id = "{id}"
name = {{ de = "A" }}
summary = {{ de = "A" }}
address = {{ street = "Markt 1", postcode = "04821", place = "Brandis" }}
"""


def loaded(path: Path | None) -> Loaded:
    result = load(path)
    assert isinstance(result, Loaded), result
    return result


def town(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_town_the_shipped_configuration_holds() -> None:
    shipped = loaded(None)
    assert shipped.sources == (SHIPPED,)
    assert shipped.configuration.journeys.enabled == ("town-hall", "help-desk")


def test_brandis_stands_at_the_market() -> None:
    address = loaded(BRANDIS).configuration.town.address
    assert (address.street, address.postcode, address.place) == ("Markt 1-3", "04821", "Brandis")


def test_nothing_of_the_shipped_example_town_is_left_in_brandis() -> None:
    assert "Muster" not in loaded(BRANDIS).configuration.model_dump_json()


@pytest.mark.parametrize("path", [None, BRANDIS], ids=["shipped", "brandis"])
def test_what_is_not_certain_is_marked_as_example_where_it_is_shown(path: Path | None) -> None:
    configuration = loaded(path).configuration
    shown = [office.name for office in configuration.offices]
    shown += [configuration.legal.privacy, configuration.legal.imprint, configuration.legal.accessibility]
    assert all("(Beispiel)" in text["de"] and "(example)" in text["en"] for text in shown)


def test_the_phone_numbers_of_examples_are_reserved_for_fiction() -> None:
    for path in (None, BRANDIS):
        phones = [office.phone or "" for office in loaded(path).configuration.offices]
        assert all(phone.startswith("030 23125 ") for phone in phones)


def test_the_town_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    visit = loaded(town(tmp_path, town="[visit]\nidle_s = 90\n")).configuration.visit
    assert (visit.idle_s, visit.warning_s) == (90, 30)


def test_a_list_of_the_town_replaces_the_shipped_one(tmp_path: Path) -> None:
    path = town(tmp_path, town='[journeys]\nenabled = ["help-desk"]\n')
    assert loaded(path).configuration.journeys.enabled == ("help-desk",)


def test_a_text_of_the_town_replaces_all_its_languages(tmp_path: Path) -> None:
    path = town(tmp_path, town='[town]\nreception = { de = "Zimmer 1" }\n')
    assert loaded(path).configuration.town.reception == {"de": "Zimmer 1"}


def test_two_files_of_a_folder_add_up_their_offices(tmp_path: Path) -> None:
    path = town(tmp_path, a=OFFICE.format(id="a"), b=OFFICE.format(id="b"))
    assert [office.id for office in loaded(path).configuration.offices] == ["a", "b"]


def test_a_single_file_is_a_town_too(tmp_path: Path) -> None:
    path = town(tmp_path, mine="[visit]\nidle_s = 90\n") / "mine.toml"
    assert loaded(path).sources == (SHIPPED, path)


def test_texts_are_read_beside_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# Datenschutz\n\nKurz.\n", encoding="utf-8")
    path = town(tmp_path, town='[legal]\nprivacy = { de = "p.md" }\n')
    assert loaded(path).configuration.legal.privacy == {"de": "# Datenschutz\n\nKurz."}


def test_the_towns_wording_is_read_into_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "de.ftl").write_text("start-title = Guten Tag\n", encoding="utf-8")
    path = town(tmp_path, town='[texts]\noverrides = { de = "de.ftl" }\n')
    assert loaded(path).configuration.texts.overrides == {"de": "start-title = Guten Tag"}


def test_a_measured_screen_overrules_the_resolution(tmp_path: Path) -> None:
    path = town(tmp_path, town="[screen]\nwidth_mm = 540\nheight_mm = 960\n")
    assert first_sight_of(loaded(path).configuration).resolution(1080, 1920) == 2.0
    assert first_sight_of(loaded(None).configuration).resolution(1080, 1920) == 3.21


def test_the_snapshot_needs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = loaded(BRANDIS).configuration
    snapshot = configuration.model_dump_json()
    refuse = pytest.fail
    monkeypatch.setattr("builtins.open", lambda *_: refuse("the snapshot opened a file"))
    monkeypatch.setattr("os.open", lambda *_: refuse("the snapshot opened a file"))
    assert Configuration.model_validate_json(snapshot) == configuration


def test_the_digest_changes_with_a_text_and_with_the_arms(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("# A\n\nB\n", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n1")
    path = town(tmp_path, town='[legal]\nprivacy = { de = "p.md" }\n\n[town]\narms = "a.png"\n')
    digests = {loaded(path).digest, loaded(path).digest}
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n2")
    digests.add(loaded(path).digest)
    (tmp_path / "p.md").write_text("# A\n\nC\n", encoding="utf-8")
    digests.add(loaded(path).digest)
    assert len(digests) == 3


def test_the_last_good_one_comes_back_as_it_was(tmp_path: Path) -> None:
    brandis = loaded(BRANDIS)
    last_good.save(tmp_path / "state", brandis)
    assert last_good.load(tmp_path / "state") == brandis


def test_the_last_good_one_is_for_its_owner_alone_and_leaves_no_parts(tmp_path: Path) -> None:
    last_good.save(tmp_path / "state", loaded(None))
    last_good.save(tmp_path / "state", loaded(BRANDIS))
    kept = list((tmp_path / "state").iterdir())
    assert [path.name for path in kept] == [last_good.FILE_NAME]
    assert kept[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "{}", "[1", '{"digest":"x","sources":[],"configuration":{"town":{}}}'])
def test_a_last_good_one_that_does_not_hold_any_more_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / last_good.FILE_NAME).write_text(text, encoding="utf-8")
    assert last_good.load(tmp_path) is None


def test_no_last_good_one_is_none(tmp_path: Path) -> None:
    assert last_good.load(tmp_path / "nowhere") is None


def test_loading_does_not_import_the_holidays() -> None:
    code = "import sys; from config.loader import load; load(None); sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_mistakes_in_own_services_and_hidden_ones_that_are_not_there_are_named(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "park.toml").write_text('[de]\ntitel = "Park"\n', encoding="utf-8")
    (tmp_path / "services" / "zoo.toml").write_text('related = ["passport"]\n[de]\ntitle = "Zoo"\n', encoding="utf-8")
    (tmp_path / "town.toml").write_text(
        '[catalogue]\nown = "services"\nhidden = ["pasport", "zoo"]\n', encoding="utf-8"
    )
    found = load(tmp_path)
    assert isinstance(found, Broken)
    told = [str(problem).removeprefix(f"{tmp_path}/") for problem in found.problems]
    assert told == [
        'town.toml: catalogue.hidden[1]: there is no service "pasport"; did you mean "passport"?',
        "town.toml: catalogue.own: park.toml: [de] title: has to have 1 to 80 characters",
    ]
