"""The code with an office's contact."""

import re
import tomllib
from pathlib import Path

import pytest
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

import config
from terminal.central.offices import Office
from terminal.journeys.office_card import LARGEST_BYTES, take_along
from tests.journeys.town import BUREAU, SNAPSHOT

BRANDIS = Path(config.__file__).parent / "towns" / "brandis" / "offices.toml"
LONG = "Amt für sehr viele und sehr verschiedene Angelegenheiten der Bürgerinnen und Bürger der Stadt"


def card(**changes) -> str:
    return take_along(Office.model_validate(BUREAU | changes), None, SNAPSHOT.town).data


def parsed(data: str) -> dict[str, list[str]]:
    """A vCard's properties by name, each value split at its unescaped ";" (RFC 2426, section 4)."""
    lines = data.split("\r\n")
    assert (lines[0], lines[1], lines[-2], lines[-1]) == ("BEGIN:VCARD", "VERSION:3.0", "END:VCARD", "")
    properties = (line.split(":", 1) for line in lines[1:-2])
    return {name: [unescaped(part) for part in re.split(r"(?<!\\);", value)] for name, value in properties}


def unescaped(text: str) -> str:
    return re.sub(r"\\([;,\\])", r"\1", text)


def test_the_card_has_what_a_phone_needs() -> None:
    assert parsed(card(web=None)) == {
        "VERSION": ["3.0"],
        "N": ["Bürgerbüro", "", "", "", ""],
        "FN": ["Bürgerbüro"],
        "ORG": ["Stadt Brandis"],
        "ADR": ["", "", "Markt 1-3", "Brandis", "", "04821", ""],
        "TEL": ["+493023125110"],
        "EMAIL": ["buero@example.org"],
        "NOTE": ["Geöffnet: Di 9-12 13-18 / Do 9-12"],
    }


def test_signs_with_a_meaning_are_escaped() -> None:
    assert parsed(card(name={"de": "Bau, Ordnung; Umwelt\\Natur"}))["FN"] == ["Bau, Ordnung; Umwelt\\Natur"]


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("030 23125 110", "+493023125110"), ("+49 (0)30 2-3", "+493023"), ("0049 30 23", "00493023"), ("115", "115")],
)
def test_phone_numbers_can_be_dialled(written: str, dialled: str) -> None:
    assert parsed(card(phone=written))["TEL"] == [dialled]


def test_a_topics_own_phone_is_taken_along() -> None:
    office = Office.model_validate(BUREAU)
    assert "TEL:+493023125114" in take_along(office, office.topics[1], SNAPSHOT.town).data


@pytest.mark.parametrize(
    ("name", "kept", "left_out", "caption"),
    [
        ("Amt", {"URL", "NOTE", "EMAIL"}, set(), "town-hall-code-hours"),
        (LONG[:50], {"NOTE", "EMAIL"}, {"URL"}, "town-hall-code-hours"),
        (LONG[:72], {"EMAIL", "TEL"}, {"URL", "NOTE"}, "town-hall-code"),
        (LONG[:82], {"TEL", "ADR"}, {"URL", "NOTE", "EMAIL"}, "town-hall-code"),
    ],
)
def test_what_does_not_fit_is_left_out_and_the_caption_stays_true(name, kept, left_out, caption) -> None:
    code = take_along(Office.model_validate(BUREAU | {"name": {"de": name}}), None, SNAPSHOT.town)
    properties = parsed(code.data).keys()
    assert len(code.data.encode()) <= LARGEST_BYTES
    assert kept <= properties
    assert not left_out & properties
    assert code.caption.id == caption


def test_an_endless_name_leaves_the_address() -> None:
    code = take_along(Office.model_validate(BUREAU | {"name": {"de": LONG * 4}}), None, SNAPSHOT.town)
    assert (code.data, code.caption.id) == ("Markt 1-3, 04821 Brandis", "town-hall-code-address")


def test_even_an_endless_address_fits() -> None:
    endless = {"street": "ß" * 200, "postcode": "04821", "place": "ü" * 200}
    assert len(card(name={"de": LONG * 4}, address=endless).encode()) <= LARGEST_BYTES


def test_the_largest_code_has_squares_of_1_mm_at_80_mm() -> None:
    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(b"\xc3" * LARGEST_BYTES)
    code.make(fit=True)
    quiet_zone = 8
    assert 80 / (code.modules_count + quiet_zone) > 1.0


def test_every_office_of_the_example_town_fits_with_its_hours() -> None:
    offices = [Office.model_validate(office) for office in tomllib.loads(BRANDIS.read_text())["offices"]]
    assert len(offices) > 3
    assert {take_along(office, None, SNAPSHOT.town).caption.id for office in offices} == {"town-hall-code-hours"}
