"""The plain list of LeiKa keys as CSV, as states publish it: keys and names, nothing else to tell a citizen."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date

from terminal.central.catalogue.model import Catalogue, Import, Line, Problem, Service, Topic
from terminal.central.catalogue.readable import plain

KEY = re.compile(r"\d{14}")
"""LeiKa key: group, object, procedure, detail (LeiKa-Handbuch, 3.1)."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "key": ("leika_key", "leika-schluessel", "leika-schlüssel", "leikaid", "leika_id", "schluessel", "schlüssel", "id"),
    "name": ("name", "bezeichnung", "leistungsbezeichnung", "leika_name", "titel"),
    "law": ("legal_basis", "rechtsgrundlage", "rechtsgrundlagen"),
    "ozg": ("ozg_leistung", "ozg-leistung", "ozgleistung"),
    "situation": ("lebenslage", "lebenslagen", "geschaeftslage"),
    "theme": ("themenfeld", "thema"),
}
csv.field_size_limit(1 << 20)


def is_leika(head: str) -> bool:
    """Whether a file that begins like this is such a list."""
    first = head.splitlines()[0] if head else ""
    return bool(_columns(next(csv.reader([first], delimiter=_delimiter(first)), [])))


def read_leika(text: str, today: date, origin: str) -> Import:
    """All records that have a key and a name. Raises ValueError where the first line names neither."""
    first = text.splitlines()[0] if text else ""
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=_delimiter(first))
    columns = _columns(next(rows, []))
    if not columns:
        raise ValueError("its first line names no column for the key and the name")
    problems: list[Problem] = []
    services: dict[str, Service] = {}
    for line, row in _safely(rows, problems):
        cells = {name: plain(row[place]) if place < len(row) else "" for name, place in columns.items()}
        why = _wrong(cells, services)
        if why:
            problems.append(Problem(where=f"line {line}", why=why))
        else:
            services[cells["key"]] = _service(cells)
    catalogue = Catalogue(origin=origin, read=today, services=tuple(services.values()))
    return Import(catalogue=catalogue, problems=tuple(problems))


def _safely(rows: "Iterator[list[str]]", problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Rows that csv can read, with the line they stand in."""
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(where=f"line {number}", why=f"cannot be read: {error}"))
            continue
        if row:
            yield number, row


def _delimiter(first: str) -> str:
    return max(",;|\t", key=first.count)


def _columns(header: list[str]) -> Mapping[str, int]:
    """The place of each column that is known; empty where key or name is missing."""
    known = [name.strip().strip("\ufeff").lower() for name in header]
    found = {
        column: known.index(next(name for name in names if name in known))
        for column, names in _NAMES.items()
        if any(name in known for name in names)
    }
    return found if {"key", "name"} <= found.keys() else {}


def _wrong(cells: Mapping[str, str], before: Mapping[str, Service]) -> str:
    if not KEY.fullmatch(cells["key"]):
        return f'"{cells["key"][:40]}" is not a key of 14 digits'
    if not cells["name"]:
        return "has no name"
    return "has the key of a record before it" if cells["key"] in before else ""


def _service(cells: Mapping[str, str]) -> Service:
    law = cells.get("law", "")
    return Service(
        id=cells["key"],
        leika=(cells["key"],),
        titles={"de": cells["name"]},
        texts={"de": {Topic.LEGAL_BASIS: (Line(text=law),)}} if law else {},
        theme=" ".join(dict.fromkeys(filter(None, (cells.get("ozg", ""), cells.get("situation", ""))))),
    )
