"""Descriptions of services from the search service of the Portalverbund (PVOG Suchdienst), as JSON.

A description has modules, numbered as in XZuFi (24 short text, 06 full text, 08 documents, 09 prerequisites, 11 procedure, 16 hints,
07 law) and above 90 by the PVOG itself (95 duration, 97 deadlines, 98 fees). A module that only holds a place for a text says so.
"""

from collections.abc import Iterator, Mapping

from terminal.central.catalogue.foreign_json import Json, a_day, a_list, an_object
from terminal.central.catalogue.leika import KEY
from terminal.central.catalogue.model import Line, Link, Service, Topic
from terminal.central.catalogue.readable import lines_of, plain, web_address

_MODULES: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    (Topic.SUMMARY, ("24", "06")),
    (Topic.DOCUMENTS, ("08",)),
    (Topic.FEES, ("98",)),
    (Topic.PREREQUISITES, ("09",)),
    (Topic.PROCEDURE, ("11",)),
    (Topic.DEADLINE, ("97",)),
    (Topic.DURATION, ("95",)),
    (Topic.HINTS, ("16",)),
    (Topic.LEGAL_BASIS, ("07",)),
)
_NOTHING = frozenset({"", "-", "nicht angegeben", "keine angabe", "keine"})
_MOST = 100


def ars_upwards(ars: str) -> Iterator[str]:
    """The place itself, its association of municipalities, district, state and the federation (Amtlicher Regionalschlüssel, 12 digits).

    A description is found only at the level that it is written for.
    """
    yield from dict.fromkeys((ars, ars[:9] + "000", ars[:5] + "0000000", ars[:2] + "0000000000", "0" * 12))


def first_id(page: object) -> str:
    """The id of the first description of a page of results, "" for an empty page. Raises ValueError for anything else."""
    if not isinstance(page, dict) or not isinstance(page.get("content"), list):
        raise ValueError("is not a page of descriptions")
    first = page["content"][0] if page["content"] else {}
    return _word(an_object(first).get("id"))


def described(data: object, bundled: Service) -> Service:
    """`bundled`, told in the words of the description `data`. Raises ValueError when it is none, or says nothing."""
    if not isinstance(data, dict) or not _word(data.get("id")):
        raise ValueError("is not a description")
    modules = {
        _word(an_object(module).get("code")): an_object(module) for module in a_list(data.get("details"))[:_MOST]
    }
    topics = {topic: lines for topic, codes in _MODULES if (lines := _lines(modules, codes))}
    if not topics:
        raise ValueError("says nothing")
    name = _word(data.get("name"))
    titles = {**bundled.titles, "de": name} if name else bundled.titles
    return bundled.model_copy(
        update={
            "titles": titles,
            "texts": {"de": topics},
            "leika": tuple(dict.fromkeys((*bundled.leika, *_keys(data)))),
            "online": _links(data.get("onlineServiceLinks")) or bundled.online,
            "sources": tuple(link.address for link in _links(data.get("sourcePortals"))) or bundled.sources,
            "as_of": a_day(data.get("externalLastUpdate")) or a_day(data.get("lastUpdate")),
        }
    )


def _lines(modules: Mapping[str, Json], codes: tuple[str, ...]) -> tuple[Line, ...]:
    """Of the first module that says something, with what it says in detail."""
    for code in codes:
        module = modules.get(code, {})
        lines = () if module.get("placeholder") else _said(module)
        if lines:
            return lines
    return ()


def _said(module: Json) -> tuple[Line, ...]:
    lines = [line for line in lines_of(_text(module.get("text"))) if line.text.lower() not in _NOTHING]
    for detail in map(an_object, a_list(module.get("details"))[:_MOST]):
        said = " ".join(line.text for line in lines_of(_text(detail.get("text"))))
        title = _word(detail.get("title"))
        both = f"{title}: {said}" if title and said else title or said
        if both:
            lines.append(Line(text=plain(both), kind="item"))
    if not lines:
        lines = [Line(text=link.name, kind="item") for link in _links(module.get("links"))]
    return tuple(lines)


def _links(value: object) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in map(an_object, a_list(value)[:_MOST]):
        address = web_address(link.get("uri"))
        if address:
            found.setdefault(address, Link(name=_word(link.get("title")) or address, address=address))
    return tuple(found.values())


def _keys(data: Json) -> Iterator[str]:
    for key in a_list(data.get("leikakeys"))[:_MOST]:
        if isinstance(key, str) and KEY.fullmatch(key):
            yield key


def _word(value: object) -> str:
    return plain(value) if isinstance(value, str) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
