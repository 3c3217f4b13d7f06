"""What staff hear about their own wording."""

import pytest

from terminal.texts.overrides import override_problems
from tests.faults.bounds import bounded

CHAIN = "".join(f"-t{n} = {{ -t{n + 1} }}\n" for n in range(11)) + "-t11 = A\n"
SHIPPED = """
greeting = Guten Tag. { start-title }
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
        ("start-title = { start-title }", 1, '"start-title" mentions itself'),
        ("-a = { -b }\n-b = { -a }\nstart-title = { -a }", 3, '"start-title" mentions itself'),
        ("start-title = { greeting }", 1, '"start-title" mentions itself'),
        (
            CHAIN + "start-title = { -t0 }",
            13,
            '"start-title" mentions itself, or texts that mention others more than 10',
        ),
        ('start-title = { { { { { { { { { { { "a" } } } } } } } } } } }', 1, '"start-title" is nested too deeply'),
        ("start-title = " + "{ " * 5000, 1, "this file cannot be read: something in it is nested too deeply"),
        (f"start-title = {{ {'9' * 5000} }}", 1, '"start-title" has a number that is far too long'),
        (f"-a = {{ {'9' * 5000} }}", 1, '"-a" has a number that is far too long'),
        (
            "start-title = { NUMBER(1, minimumFractionDigits: 999999999) }",
            1,
            '"start-title" has a minimumFractionDigits',
        ),
    ],
)
def test_a_problem_names_its_line_and_its_reason(override: str, line: int, reason: str) -> None:
    problems = override_problems(override, [SHIPPED])
    assert [problem.line for problem in problems] == [line]
    assert problems[0].reason.startswith(reason)


def test_very_many_problems_are_named_in_part_and_soon() -> None:
    override = "".join(f"start-titel-{n} = A\n" for n in range(5000))
    with bounded(seconds=10):
        assert len(override_problems(override, [SHIPPED])) == 100
