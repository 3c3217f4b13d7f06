"""Exports of appointment systems and lists of LeiKa keys: good records are read whole, bad ones named and left out."""

import copy
import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from terminal.central.catalogue.files import NotReadError, read_catalogue
from terminal.central.catalogue.model import Import, Line, Topic
from tests.central.catalogue.exports import CAT, DOG, LEIKA, OFFICE, export

TODAY = date(2026, 11, 28)


def read(directory: Path, text: str | bytes) -> Import:
    file = directory / "catalogue"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_catalogue(file, TODAY)


def problems(found: Import) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_a_services_export_is_read_whole(tmp_path: Path) -> None:
    found = read(tmp_path, export(DOG, CAT))
    assert found.problems == ()
    dog, cat = found.catalogue.services
    assert (dog.id, dog.titles, dog.leika, dog.places) == ("100", {"de": "Hund anmelden"}, ("99110009104000",), ("7",))
    assert dog.topics("de")[1][Topic.SUMMARY] == (
        Line(text="Wer einen Hund hält, meldet ihn an."),
        Line(text="Marke abholen", kind="item"),
    )
    assert (dog.appointment, dog.as_of) == (True, date(2026, 6, 8))
    assert [(form.name, form.address) for form in dog.forms] == [
        ("Formular noch einmal", "https://example.org/hund.pdf")
    ]
    assert (cat.id, cat.appointment, cat.texts) == ("101", False, {})
    (place,) = found.catalogue.places
    assert (place.name, place.street, place.phone) == ("Steueramt", "Markt 1", "030 23125 100")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"id": None}, "service 2: has no id"),
        ({"id": "100"}, "service 2 (id 100): has the id of a service before it"),
        ({"name": " \u200b "}, "service 2 (id 101): has no name"),
        ({"name": ["Katze"]}, "service 2 (id 101): has no name"),
    ],
)
def test_a_bad_record_is_named_and_left_out(tmp_path: Path, change: dict[str, Any], problem: str) -> None:
    found = read(tmp_path, export(DOG, {**CAT, **change}))
    assert [service.id for service in found.catalogue.services] == ["100"]
    assert problems(found) == [problem]


def test_a_wrong_key_costs_the_key_only(tmp_path: Path) -> None:
    found = read(tmp_path, export({**CAT, "leika": "99110009104000, 4711"}))
    assert found.catalogue.services[0].leika == ("99110009104000",)
    assert problems(found) == ['service 1 (id 101): "4711" is not a LeiKa key; the service is kept without it']


def test_a_list_of_keys_is_read_whole(tmp_path: Path) -> None:
    found = read(tmp_path, LEIKA)
    assert [(service.id, service.titles["de"]) for service in found.catalogue.services] == [
        ("99110009104000", "Hundesteuer Anmeldung"),
        ("99008001012000", "Personalausweis, Ausstellung"),
    ]
    assert found.catalogue.services[0].topics("de")[1] == {Topic.LEGAL_BASIS: (Line(text="§ 7 SächsKAG"),)}


def test_other_separators_and_names_of_columns_are_known_too(tmp_path: Path) -> None:
    found = read(tmp_path, "\ufeffBezeichnung;LeiKa-Schluessel\r\nHundesteuer;99110009104000\r\n")
    assert [service.id for service in found.catalogue.services] == ["99110009104000"]


def test_bad_lines_are_named_by_their_number(tmp_path: Path) -> None:
    found = read(tmp_path, LEIKA + "123,Zu kurz,,,,,,\n99110009104000,Noch einmal,,,,,,\n99110009105000,,,,,,,\n")
    assert problems(found) == [
        'line 4: "123" is not a key of 14 digits',
        "line 5: has the key of a record before it",
        "line 6: has no name",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is neither"),
        ("Hallo", "is neither"),
        ("{", "is not sound JSON"),
        ('{"a": 1}', "is JSON, but not a list of services"),
        ("[" * 100_000, "is not sound JSON"),
        (b"\xff\xfe\x00", "is not in UTF-8"),
        ('{"origin": 1, "read": 2, "services": 3}', "was imported by another version"),
        ('{"data": [{"id": ""}]}', "there is no service in it that holds"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_with_a_reason(tmp_path: Path, text: str | bytes, why: str) -> None:
    with pytest.raises(NotReadError, match=why):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReadError, match="No such file"):
        read_catalogue(tmp_path / "nothing", TODAY)


JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e300,
    "",
    "x" * 5000,
    [],
    {},
    [[]],
    {"a": []},
    "<p>" * 50,
    "\u202e",
    "99",
    {"link": 5},
)


def mutated(record: Any, chance: Random) -> Any:
    """`record` with something in it replaced, taken away or added."""
    record = copy.deepcopy(record)
    holder, key = record, chance.choice(list(record))
    while isinstance(holder[key], dict | list) and holder[key] and chance.random() < 0.6:
        holder = holder[key]
        key = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    if chance.random() < 0.2:
        del holder[key]
    else:
        holder[key] = chance.choice(JUNK)
    return record


def check_mutations(directory: Path, times: int) -> None:
    chance = Random(7)
    for _ in range(times):
        changed = json.dumps(
            {
                "data": [mutated(DOG, chance), mutated({**CAT, "id": 102}, chance)],
                "locations": [mutated(OFFICE, chance), 5],
            }
        )
        try:
            found = read(directory, changed)
        except NotReadError:
            continue
        assert all(service.id and service.titles for service in found.catalogue.services)
        assert len(found.catalogue.services) + len(found.problems) >= 2


def check_cut_lists(directory: Path, times: int) -> None:
    chance = Random(8)
    for _ in range(times):
        text = list(LEIKA)
        for _ in range(chance.randrange(1, 8)):
            text[chance.randrange(len(text))] = chance.choice('",;\n\t\x00ä9 ')
        try:
            found = read(directory, "".join(text))
        except NotReadError:
            continue
        assert all(len(service.id) == 14 for service in found.catalogue.services)


def test_changed_records_are_refused_clearly_or_read(tmp_path: Path) -> None:
    check_mutations(tmp_path, 300)
    check_cut_lists(tmp_path, 300)


@pytest.mark.slow
def test_very_many_changed_records_are(tmp_path: Path) -> None:
    check_mutations(tmp_path, 5_000)
    check_cut_lists(tmp_path, 5_000)
