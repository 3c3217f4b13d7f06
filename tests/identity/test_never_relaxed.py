"""What tests relax in AusweisApp, nobody can relax in the kiosk: neither by configuration nor by the way it is put together."""

import ast
from pathlib import Path

import pytest
from pydantic import ValidationError

from config.schema import Configuration
from config.schema.eid import Eid
from config.schema.eid_service import EidService
from hardware.ausweisapp.auth_workflow import AuthWorkflow

ROOT = Path(__file__).resolve().parents[2]
RELAXING = {"furnish", "auth_more", "more"}
WORDS = ("developerMode", "preverification")


@pytest.mark.parametrize("section", [Eid, EidService])
def test_no_setting_is_about_it(section: type[Eid] | type[EidService]) -> None:
    with pytest.raises(ValidationError):
        section.model_validate({"developer_mode": True})
    written = Configuration.model_json_schema()
    assert not any(word.lower() in str(written).lower().replace("_", "") for word in WORDS)


def test_no_line_of_the_kiosk_names_the_relaxations() -> None:
    for package in ("terminal", "hardware", "config", "screens"):
        for file in (ROOT / package).rglob("*.py"):
            assert not any(word in file.read_text(encoding="utf-8") for word in WORDS), file


def test_the_assembly_gives_ausweisapp_nothing_of_the_kind() -> None:
    tree = ast.parse((ROOT / "terminal" / "assembly" / "eid.py").read_text(encoding="utf-8"))
    given = {keyword.arg for call in ast.walk(tree) if isinstance(call, ast.Call) for keyword in call.keywords}
    assert not given & RELAXING


def test_what_is_sent_to_begin_a_reading_is_the_address_alone() -> None:
    (move,) = AuthWorkflow("https://eid.example/", on_screen=True).begin()
    assert vars(move) == {"command": {"cmd": "RUN_AUTH", "tcTokenURL": "https://eid.example/"}}


@pytest.mark.parametrize(
    "address", ["http://localhost/eID", "http://eid.example/", "ftp://eid.example/", "eid.example"]
)
def test_an_eid_service_is_never_reached_without_tls(address: str) -> None:
    with pytest.raises(ValidationError):
        EidService(address=address)
    with pytest.raises(ValidationError):
        EidService(tc_token=address)
