"""What is offered here: bundled, one's own, imported; and preparations that are whole or not there."""

import shutil
from pathlib import Path

import pytest

from terminal.central.catalogue.library import Library
from terminal.central.catalogue.model import Catalogue, Service
from terminal.central.catalogue.responsible import responsible_names
from tests.central.catalogue.conftest import TODAY

OWN = '[de]\ntitle = "Heimattierpark besuchen"\n'


def ids(library: Library) -> set[str]:
    return {service.id for service in library.services().services}


def test_one_s_own_services_are_added_and_take_the_place_of_others(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "animal-park.toml").write_text(OWN, encoding="utf-8")
    (own / "passport.toml").write_text('related = ["identity-card"]\n' + OWN, encoding="utf-8")
    library = Library(tmp_path, TODAY, own=own)
    found = {service.id: service.titles["de"] for service in library.services().services}
    assert found["animal-park"] == found["passport"] == "Heimattierpark besuchen"
    assert library.read().problems == ()


def test_a_hidden_service_is_not_offered_and_a_hidden_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    library = Library(tmp_path, TODAY, hidden=("passport", "pasport"))
    assert "passport" not in ids(library)
    assert [str(problem) for problem in library.read().problems] == [
        '[catalogue] hidden: there is no service "pasport"'
    ]


def test_a_changed_file_is_seen(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    library = Library(tmp_path, TODAY, own=own)
    before = ids(library)
    (own / "animal-park.toml").write_text(OWN, encoding="utf-8")
    assert ids(library) - before == {"animal-park"}


def imported(*titles: str) -> Catalogue:
    services = tuple(Service(id=str(n), titles={"de": title}) for n, title in enumerate(titles))
    return Catalogue(origin="test", read=TODAY, services=services)


def test_what_was_imported_is_offered_where_the_town_says_so(tmp_path: Path) -> None:
    library = Library(tmp_path, TODAY, source="imported")
    assert "passport" in ids(library)
    library.keep(imported("Hund anmelden"))
    assert ids(library) == {"0"}
    assert library.finder(load=lambda: None).at_once("hund").hits[0].service.id == "0"
    assert "passport" in ids(Library(tmp_path, TODAY))


def test_an_import_that_is_damaged_gives_way_to_the_bundled_services(tmp_path: Path) -> None:
    library = Library(tmp_path, TODAY, source="imported")
    library.keep(imported("Hund anmelden"))
    (tmp_path / "catalogue" / "imported.json").write_text("{", encoding="utf-8")
    assert "passport" in ids(library)


@pytest.mark.parametrize(
    "left", [b"damaged", b"", b"\x93NUMPY\1\0\x05\0(((((", b"\0" * 300], ids=["other", "none", "half", "zeros"]
)
def test_a_damaged_preparation_is_made_anew(prepared: Path, tmp_path: Path, left: bytes) -> None:
    state = tmp_path / "state"
    shutil.copytree(prepared, state)
    library = Library(state, TODAY)
    assert library.is_prepared(library.services())
    for file in (state / "catalogue" / "prepared").rglob("*.npy"):
        file.write_bytes(left)
    assert not library.is_prepared(library.services())
    assert library.finder(load=lambda: None).at_once("reisepass").hits[0].service.id == "passport"


def test_without_a_disk_to_write_on_there_is_search_by_words(tmp_path: Path) -> None:
    (tmp_path / "catalogue").write_text("in the way", encoding="utf-8")
    assert Library(tmp_path, TODAY).finder(load=lambda: None).at_once("reisepass").hits[0].service.id == "passport"


def test_every_bundled_service_names_an_office_that_is_known() -> None:
    for service in Library(Path("/nonexistent"), TODAY).read().catalogue.services:
        assert service.responsible in responsible_names(), service.id
