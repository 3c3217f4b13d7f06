"""Files that staff edit: what holds is read whole, what does not is named and left out."""

import os
from datetime import date
from pathlib import Path

import pytest

from terminal.central.catalogue.model import Line, Service, Topic
from terminal.central.catalogue.responsible import BUNDLED
from terminal.central.catalogue.service_files import read_service_files
from tests.faults.bounds import bounded

TODAY = date(2026, 11, 28)

SOUND = """
leika = "99008001012000"
responsible = "citizens-office"
legal_basis = ["§ 9 PAuswG"]
sources = ["https://www.gesetze-im-internet.de/pauswg/"]
as_of = 2026-11-28
life_situations = ["documents"]
appointment = true

[[fees]]
amount = "46.00"
de = "ab 24 Jahren"
en = "aged 24 or over"

[[fees]]
ask = true
de = "im Ausland"
en = "abroad"

[de]
title = "Personalausweis beantragen"
summary = "Wer 16 ist, braucht einen."
documents = ["Passfoto", "alter Ausweis"]
synonyms = ["Perso"]

[en]
title = "Apply for an identity card"
summary = "You need one from 16."

[uk]
title = "Посвідчення особи"
synonyms = ["аусвайс"]
"""


def read(directory: Path, text: str, name: str = "identity-card.toml") -> tuple[tuple[Service, ...], list[str]]:
    (directory / name).write_text(text, encoding="utf-8")
    found = read_service_files(directory, TODAY)
    return found.catalogue.services, [str(problem) for problem in found.problems]


def test_a_sound_file_is_read_whole(tmp_path: Path) -> None:
    (service,), problems = read(tmp_path, SOUND)
    assert problems == []
    assert (service.id, service.leika, service.appointment) == ("identity-card", ("99008001012000",), True)
    _, topics = service.topics("de")
    assert topics[Topic.DOCUMENTS] == (Line(text="Passfoto", kind="item"), Line(text="alter Ausweis", kind="item"))
    assert [line.text for line in topics[Topic.FEES]] == [
        "46,00 Euro (ab 24 Jahren)",
        "Bitte im Amt fragen (im Ausland)",
    ]
    assert [line.text for line in service.topics("en")[1][Topic.FEES]] == [
        "46.00 euros (aged 24 or over)",
        "Please ask at the office (abroad)",
    ]


def test_a_language_with_no_more_than_a_title_shows_the_german_text(tmp_path: Path) -> None:
    (service,), _ = read(tmp_path, SOUND)
    assert service.title("uk") == ("uk", "Посвідчення особи")
    assert service.topics("uk")[0] == "de"
    assert service.title("fr") == ("de", "Personalausweis beantragen")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('leika = "99008001012000"', "leika = 99008001012000", "leika: must be a text in quotes"),
        ('leika = "99008001012000"', 'leika = "9900800101"', "leika: must be 14 digits in quotes"),
        ('amount = "46.00"', "amount = 46.0", "fees amount: must be a text in quotes"),
        (
            'amount = "46.00"',
            'amount = "viel"',
            'fees: amount must be euros in quotes such as "46.00", or write ask = true',
        ),
        ('amount = "46.00"', 'amount = "NaN"', "fees: amount is not an amount of euros"),
        ('amount = "46.00"', 'amount = "-1"', "fees: amount is not an amount of euros"),
        ("as_of = 2026-11-28", 'as_of = "2026-11-28"', "as_of: must be a day such as 2026-11-28"),
        ("appointment = true", "appointment = 1", "appointment: must be true or false"),
        ('["documents"]', '["travel"]', 'life_situations: "travel" is none of '),
        ("responsible =", "responsibel =", '"responsibel" is not known'),
        ('summary = "Wer 16 ist, braucht einen."', "summmary = 1", '[de] "summmary" is not known'),
        ('title = "Personalausweis beantragen"', "", "[de] title: has to have 1 to 80 characters"),
        ("[de]", "[de", "cannot be read: "),
        ('"https://www.gesetze', '"javascript:www.gesetze', 'sources: "javascript:'),
    ],
)
def test_a_mistake_is_named_and_the_file_left_out(tmp_path: Path, old: str, new: str, problem: str) -> None:
    services, problems = read(tmp_path, SOUND.replace(old, new, 1))
    assert services == ()
    assert len(problems) == 1
    assert problems[0].startswith(f"identity-card.toml: {problem}"), problems


def test_other_files_are_read_all_the_same(tmp_path: Path) -> None:
    read(tmp_path, "[de]", "broken.toml")
    services, problems = read(tmp_path, SOUND)
    assert [service.id for service in services] == ["identity-card"]
    assert len(problems) == 1


def test_a_related_service_that_is_not_there_is_named(tmp_path: Path) -> None:
    services, problems = read(tmp_path, SOUND.replace("appointment", 'related = ["passport"]\nappointment', 1))
    assert len(services) == 1
    assert problems == ['identity-card.toml: related: there is no service "passport"']


@pytest.mark.parametrize("name", ["Identity.toml", "a b.toml", "ä.toml", f"{'a' * 41}.toml"])
def test_a_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    services, problems = read(tmp_path, SOUND, name)
    assert services == ()
    assert "its name must be lower-case letters, digits and hyphens" in problems[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"leika = {'9' * 5000}", "cannot be read: Exceeds the limit"),
        (".".join("a" * 20_000) + " = 1", "cannot be read: has a name with too many dots"),
        ("leika = " + "[" * 20_000, "cannot be read: is nested too deeply"),
    ],
    ids=["digits", "dots", "lists"],
)
def test_what_python_would_not_be_done_with_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with bounded(seconds=5, megabytes=100):
        (told,) = read(tmp_path, text)[1]
    assert told.startswith(f"identity-card.toml: {problem}")


def test_a_pipe_a_folder_and_a_link_to_nowhere_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "c.toml").symlink_to("nowhere")
    (tmp_path / "d.toml").symlink_to("d.toml")
    with bounded(seconds=5):
        found = read_service_files(tmp_path, date(2026, 11, 1))
    assert [problem.why for problem in found.problems] == ["is not a plain file"] * 4


def test_files_that_are_not_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "huge.toml").write_text("#" * 300_000, encoding="utf-8")
    problems = [str(problem) for problem in read_service_files(tmp_path, TODAY).problems]
    assert problems == ["binary.toml: is not in UTF-8", "huge.toml: is larger than 200000 bytes"]


def test_every_bundled_service_holds_and_says_what_citizens_ask_first() -> None:
    found = read_service_files(BUNDLED / "services", TODAY)
    assert found.problems == ()
    assert len(found.catalogue.services) >= 100
    for service in found.catalogue.services:
        for language in ("de", "en"):
            shown, topics = service.topics(language)
            assert shown == language, service.id
            assert {Topic.SUMMARY, Topic.DOCUMENTS, Topic.FEES, Topic.PROCEDURE, Topic.LEGAL_BASIS} <= topics.keys(), (
                service.id
            )
        assert service.sources, service.id
        assert service.as_of is not None, service.id
        assert {"de", "en", "uk", "ru", "tr", "ar", "pl"} <= service.synonyms.keys(), service.id
