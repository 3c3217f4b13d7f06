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
        "-town = Brandis\nstart-title = Willkommen in { -town }",
        "# Bemerkung\n\nstart-title = A\n    B",
    ],
)
def test_a_sound_override_has_no_problems(override: str) -> None:
    assert override_problems(override, [SHIPPED]) == []


@pytest.mark.parametrize(
    ("override", "line", "reason"),
    [
        ("start-titel = A", 1, 'no screen shows "start-titel"; did you mean "start-title"?'),
        ("zzzz = A", 1, 'no screen shows "zzzz"'),
        ("page-of = Seite { $page }", 1, '"page-of" leaves out { $pages }'),
        ("page-of = { $page } { $page }", 1, '"page-of" leaves out { $pages }'),
        ("call = { $numer }\n    .speech = { $number }", 1, '"call" has no $numer; did you mean "number"?'),
        ("call = { $number }", 1, '"call" needs a line .speech'),
        ("start-title = A\n    .title = B", 1, '"start-title" has a line .title'),
        ("start-title = A\nstart-title = B", 2, '"start-title" occurs twice'),
        ("\n\nstart-title = { $", 3, "this cannot be read"),
        ("start-title = { DIGTS(1) }", 1, '"start-title" uses DIGTS(), which does not exist; did you mean "DIGITS"?'),
        ("start-title = { nowhere }", 1, '"start-title" mentions { nowhere }, which does not exist'),
        ("start-title = { -town }", 1, '"start-title" mentions { -town }, which does not exist'),
        ("start-title =\n    .speech = A", 1, '"start-title" has no text'),
    ],
)
def test_a_problem_names_its_line_and_its_reason(override: str, line: int, reason: str) -> None:
    problems = override_problems(override, [SHIPPED])
    assert [problem.line for problem in problems] == [line]
    assert problems[0].reason.startswith(reason)
