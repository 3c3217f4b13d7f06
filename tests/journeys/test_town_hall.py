"""Find an office, read about it, take it along."""

from datetime import UTC, datetime
from typing import Any

import pytest

from terminal.journeys.registry import JOURNEYS
from terminal.steps import Fact, Heading, Notice, NoticeKind, Schedule
from tests.journeys.town import (
    CHRISTMAS,
    EVENING_MONDAY,
    FRIDAY,
    LUNCH_TUESDAY,
    ONE_OFFICE,
    OPEN_TUESDAY,
    PRAYER_DAY,
    SNAPSHOT,
    at,
)
from tests.journeys.walk import content, stage_after
from tests.texts.shipped import shipped_texts

TEXTS = shipped_texts()


def begin():
    return JOURNEYS["town-hall"].begin(SNAPSHOT)


def read(text: Any, language: str = "de") -> str:
    return TEXTS.render(text, language).text.replace("\u00a0", " ")


def found(typed: str) -> list[str]:
    return [option.value for option in content(stage_after(begin, ()).scene.step, at(OPEN_TUESDAY), typed)]


def page(moment, chosen: str = "buergerbuero") -> tuple[Any, ...]:
    return content(stage_after(begin, (chosen,)).scene.step, at(moment))


def fact(blocks, label: str) -> str | None:
    return next((read(block.value) for block in blocks if isinstance(block, Fact) and read(block.label) == label), None)


def lines(schedule: Schedule) -> list[tuple[str, str]]:
    return [(read(day.day), read(day.hours)) for day in schedule.days]


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        (OPEN_TUESDAY, "jetzt geöffnet bis 12:00 Uhr", "open now until 12:00"),
        (LUNCH_TUESDAY, "öffnet heute um 13:00 Uhr", "opens today at 13:00"),
        (EVENING_MONDAY, "öffnet morgen um 9:00 Uhr", "opens tomorrow at 9:00"),
        (FRIDAY, "öffnet am Dienstag um 9:00 Uhr", "opens on Tuesday at 9:00"),
        (CHRISTMAS, "öffnet am Dienstag, 5. Januar, um 9:00 Uhr", "opens on Tuesday, 5 January at 9:00"),
    ],
)
def test_each_office_says_whether_it_is_open_or_when_it_opens(moment, german: str, english: str) -> None:
    bureau, building = content(stage_after(begin, ()).scene.step, at(moment))
    assert read(bureau.sublabel) == german
    assert read(bureau.sublabel, "en") == english
    assert read(building.sublabel) == "zurzeit geschlossen"


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("", ["buergerbuero", "bauamt"]),
        ("  ", ["buergerbuero", "bauamt"]),
        ("umzug", ["buergerbuero/0"]),
        ("UMZUG", ["buergerbuero/0"]),
        ("register", ["buergerbuero/0"]),
        ("fuehrungs", ["buergerbuero/1"]),
        ("fuhrungs", ["buergerbuero/1"]),
        ("Führungs", ["buergerbuero/1"]),
        ("bauamt", ["bauamt"]),
        ("buergerbuero", ["buergerbuero", "buergerbuero/0", "buergerbuero/1"]),
        ("xyz", []),
    ],
)
def test_typing_finds_offices_and_topics(typed: str, values: list[str]) -> None:
    assert found(typed) == values


def test_a_topic_tells_where_it_is_done() -> None:
    topic = content(stage_after(begin, ()).scene.step, at(OPEN_TUESDAY), "führung")[0]
    assert (read(topic.label), read(topic.sublabel)) == ("Führungszeugnis", "Bürgerbüro, Raum 0.04")


def test_with_one_office_there_is_nothing_to_choose() -> None:
    assert stage_after(lambda: JOURNEYS["town-hall"].begin(ONE_OFFICE), ()).key == "page"


def test_the_page_says_where_and_how() -> None:
    blocks = page(OPEN_TUESDAY)
    assert fact(blocks, "Adresse") == "Markt 1-3, 04821 Brandis"
    assert fact(blocks, "Wo im Haus") == "Erdgeschoss, Raum 0.02"
    assert fact(blocks, "Telefon") == "030 23125 110"
    assert fact(blocks, "E\u2011Mail") == "buero@example.org"
    assert fact(blocks, "Internet") == "www.example.org/buero"
    assert "Bitte klingeln." in [read(block.text) for block in blocks if isinstance(block, Notice)]


def test_a_topics_own_room_and_phone_come_first() -> None:
    blocks = page(OPEN_TUESDAY, "buergerbuero/1")
    assert fact(blocks, "Ihr Anliegen") == "Führungszeugnis"
    assert fact(blocks, "Wo im Haus") == "Erdgeschoss, Raum 0.04"
    assert fact(blocks, "Telefon") == "030 23125 114"


def test_what_an_office_does_not_have_is_not_shown() -> None:
    assert [read(block.label) for block in page(OPEN_TUESDAY, "bauamt") if isinstance(block, Fact)] == ["Adresse"]


@pytest.mark.parametrize(
    ("moment", "kind", "sentence"),
    [
        (OPEN_TUESDAY, NoticeKind.SUCCESS, "Jetzt geöffnet bis 12:00 Uhr."),
        (LUNCH_TUESDAY, NoticeKind.WARNING, "Jetzt geschlossen. Öffnet heute um 13:00 Uhr."),
        (PRAYER_DAY, NoticeKind.WARNING, "Heute geschlossen: Buß- und Bettag. Öffnet morgen um 9:00 Uhr."),
    ],
)
def test_the_page_begins_with_whether_it_is_open(moment, kind: NoticeKind, sentence: str) -> None:
    notice = page(moment)[0]
    assert (notice.kind, read(notice.text)) == (kind, sentence)


def test_the_schedule_has_seven_days_from_today_with_reasons() -> None:
    schedule = next(block for block in page(PRAYER_DAY) if isinstance(block, Schedule))
    assert lines(schedule) == [
        ("heute, Mittwoch", "geschlossen: Buß- und Bettag"),
        ("Donnerstag", "9:00–12:00 Uhr"),
        ("Freitag", "geschlossen"),
        ("Samstag", "geschlossen"),
        ("Sonntag", "geschlossen"),
        ("Montag", "geschlossen"),
        ("Dienstag", "9:00–12:00 und 13:00–18:00 Uhr"),
    ]
    assert [day.today for day in schedule.days] == [True] + [False] * 6


def test_extra_hours_say_why() -> None:
    schedule = next(block for block in page(OPEN_TUESDAY) if isinstance(block, Schedule))
    assert ("Samstag", "9:00–12:30 Uhr (Samstagssprechzeit)") in lines(schedule)


def test_closings_of_the_next_weeks_are_announced() -> None:
    blocks = page(datetime(2026, 12, 14, 9, 0, tzinfo=UTC))
    headings = [read(block.text) for block in blocks if isinstance(block, Heading)]
    assert headings == ["Öffnungszeiten", "Bald geschlossen"]
    *_, announced = (block for block in blocks if isinstance(block, Schedule))
    assert lines(announced) == [
        ("Donnerstag, 24. Dezember", "Heiligabend"),
        ("Dienstag, 29. Dezember", "Jahreswechsel"),
        ("Donnerstag, 31. Dezember", "Silvester"),
    ]


def test_reading_on_leads_to_the_code_and_then_out() -> None:
    assert stage_after(begin, ("buergerbuero", "take-along")).key == "take-along"
    assert stage_after(begin, ("buergerbuero", "take-along", "more")).ended == 1
