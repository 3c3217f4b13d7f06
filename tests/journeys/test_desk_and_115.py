"""Talk to a person."""

from dataclasses import replace
from typing import Any

import pytest

from terminal.central.offices import Help115
from terminal.journeys.registry import JOURNEYS
from terminal.steps import Notice, Paragraph, QrCode, Schedule
from tests.journeys.town import EVENING_MONDAY, FRIDAY, OPEN_TUESDAY, PRAYER_DAY, SNAPSHOT, STAFFED, at
from tests.journeys.walk import content, stage_after
from tests.texts.shipped import shipped_texts

TEXTS = shipped_texts()


def blocks(moment, *path: str, snapshot=SNAPSHOT) -> tuple[Any, ...]:
    return content(stage_after(lambda: JOURNEYS["help-desk"].begin(snapshot), path).scene.step, at(moment))


def read(text: Any, language: str = "de") -> str:
    return TEXTS.render(text, language).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (OPEN_TUESDAY, "jetzt erreichbar bis 18:00 Uhr"),
        (EVENING_MONDAY, "wieder erreichbar morgen um 8:00 Uhr"),
        (PRAYER_DAY, "wieder erreichbar morgen um 8:00 Uhr"),
    ],
)
def test_the_choice_says_whether_115_answers_now(moment, state: str) -> None:
    desk, phone = blocks(moment)
    assert (read(phone.label), read(phone.sublabel)) == ("115 anrufen", state)
    assert read(desk.sublabel) == "hier im Haus"


def test_the_choice_says_whether_the_reception_is_staffed_if_the_town_says_so() -> None:
    assert read(blocks(OPEN_TUESDAY, snapshot=STAFFED)[0].sublabel) == "jetzt geöffnet bis 24:00 Uhr"
    assert read(blocks(FRIDAY, snapshot=STAFFED)[0].sublabel) == "öffnet am Montag um 9:00 Uhr"


def test_the_desk_page_has_the_towns_words() -> None:
    shown = blocks(OPEN_TUESDAY, "desk")
    assert [read(block.text) for block in shown if isinstance(block, Paragraph)] == ["Der Empfang ist links."]
    assert not any(isinstance(block, Schedule) for block in shown)


def test_the_desk_page_has_hours_if_the_town_gives_them() -> None:
    shown = blocks(OPEN_TUESDAY, "desk", snapshot=STAFFED)
    assert isinstance(shown[0], Notice)
    schedule = next(block for block in shown if isinstance(block, Schedule))
    assert read(schedule.days[0].hours) == "0:00–24:00 Uhr"


def test_the_phone_page_says_why_115_does_not_answer() -> None:
    notice = blocks(PRAYER_DAY, "phone")[0]
    assert read(notice.text) == "Heute nicht erreichbar: Buß- und Bettag. Wieder erreichbar morgen um 8:00 Uhr."
    assert read(notice.text, "en").startswith("Not available today: ")


def test_the_number_is_the_title_and_spelled_for_a_voice() -> None:
    title = stage_after(lambda: JOURNEYS["help-desk"].begin(SNAPSHOT), ("phone",)).scene.step.title
    assert TEXTS.render(title, "de").text == "Rufen Sie die 115 an."
    assert TEXTS.render(title, "de").speech == "Rufen Sie die eins eins fünf an."


def test_the_code_dials_the_number() -> None:
    (code,) = (block for block in blocks(OPEN_TUESDAY, "phone") if isinstance(block, QrCode))
    assert code.data == "tel:115"
    elsewhere = replace(SNAPSHOT, help115=Help115(number="030 115"))
    (code,) = (block for block in blocks(OPEN_TUESDAY, "phone", snapshot=elsewhere) if isinstance(block, QrCode))
    assert code.data == "tel:030115"


def test_the_phone_page_has_the_hours_of_115() -> None:
    schedule = next(block for block in blocks(FRIDAY, "phone") if isinstance(block, Schedule))
    assert [read(day.hours) for day in schedule.days[:3]] == ["8:00–18:00 Uhr", "nicht erreichbar", "nicht erreichbar"]
