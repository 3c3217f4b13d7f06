"""Every text that the code shows exists, with the values that the code gives it."""

from fluent.syntax import ast

from terminal.texts.overrides import variables
from terminal.texts.tree import nodes
from tests.texts.shipped import messages
from tests.texts.used import uses, uses_in

KNOWN = messages("de")
USES = tuple(uses())


def test_every_f_string_that_makes_ids_is_listed() -> None:
    assert [use.where for use in USES if not use.ids] == [], "list what it makes in tests/texts/used.py"


def test_every_message_used_exists() -> None:
    assert [(use.where, text_id) for use in USES for text_id in use.ids if text_id not in KNOWN] == []


def test_every_message_used_gets_the_values_that_it_mentions() -> None:
    known = [(use, text_id) for use in USES for text_id in use.ids if use.values is not None and text_id in KNOWN]
    assert [(use.where, text_id) for use, text_id in known if use.values != variables(KNOWN[text_id])] == []


def test_the_search_sees_literals_choices_and_listed_f_strings() -> None:
    source = 'message("a", n=1)\nmessage("b" if x else "c")\nmessage(f"time-{x}")\nmessage(x)\nmessage("d", **more)'
    assert [(use.ids, use.values) for use in uses_in(source, "x.py")] == [
        (("a",), frozenset({"n"})),
        (("b", "c"), frozenset()),
        (("time-usual", "time-more"), frozenset()),
        ((), frozenset()),
        (("d",), None),
    ]


def test_every_text_that_is_shipped_is_used() -> None:
    used = {text_id for use in USES for text_id in use.ids}
    by_texts = {
        found.id.name for entry in KNOWN.values() for found in nodes(entry) if isinstance(found, ast.MessageReference)
    }
    by_the_renderer = {text_id for text_id in KNOWN if text_id.startswith("spoken-")} | {"text-missing"}
    assert sorted(set(KNOWN) - used - by_texts - by_the_renderer) == []
