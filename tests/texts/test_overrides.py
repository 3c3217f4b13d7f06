"""What staff hear about their own wording."""

import pytest

from terminal.texts.overrides import override_problems

SHIPPED = """
start-title = Was möchten Sie erledigen?
page-of = Seite { $page } von { $pages }
call = Rufen Sie { $number } an.
    .speech = Rufen Sie { DIGITS($number) } an.
"""


@pytest.mark.parametrize(
    "override",
    [
        "start-title = Womit helfen wir?",
        "start-title = Rufen Sie 115\n    .speech = Rufen Sie eins eins fünf",
        "page-of = { $page } aus { $pages }",
        "call = { $number }\n    .speech = { DIGITS($number) }",
        "# Bemerkung\n\nstart-title = A\n    B",
    ],
)
def test_a_sound_override_has_no_problems(override: str) -> None:
    assert override_problems(override, [SHIPPED]) == []


@pytest.mark.parametrize(
    ("override", "where", "reason"),
    [
        ("start-titel = A", "start-titel", "did you mean start-title?"),
        ("zzzz = A", "zzzz", "is no text of this kiosk"),
        ("page-of = Seite { $page }", "page-of", "leaves out { $pages }"),
        ("start-title = { $name }", "start-title", "mentions { $name }"),
        ("call = { $number }", "call", "needs a line .speech"),
        ("start-title = A\n    .title = B", "start-title", "has .title"),
        ("start-title = A\nstart-title = B", "start-title", "occurs twice"),
        ("\n\nstart-title = { $", "line 3", "cannot be read"),
        ("-term = A", "-term", "terms"),
        ("start-title = { LOUD(1) }", "start-title", "uses LOUD()"),
        ("start-title = { nowhere }", "start-title", "mentions { nowhere }"),
        ("start-title =\n    .speech = A", "start-title", "has no text"),
    ],
)
def test_a_problem_names_its_place_and_its_reason(override: str, where: str, reason: str) -> None:
    problems = override_problems(override, [SHIPPED])
    assert [place for place, _ in problems] == [where]
    assert reason in problems[0][1]
