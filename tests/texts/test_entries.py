"""Splitting an .ftl file into its entries."""

import pytest

from terminal.texts.entries import split_entries


@pytest.mark.parametrize("source", ["", "\n", "# only a remark\n", "no entry at all"])
def test_a_text_without_entries_has_none(source: str) -> None:
    assert split_entries(source) == {}


def test_an_entry_goes_on_to_the_next() -> None:
    assert split_entries("a = 1\n    .speech = one\n-b = 2\n") == {"a": "a = 1\n    .speech = one\n", "-b": "-b = 2\n"}
