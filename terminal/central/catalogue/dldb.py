"""The services export of the ZMS/dldb family of appointment systems: JSON with services, and locations beside it or apart.

Its shape is that of eappointment's `services_<language>.json`: {"data": [service, ...]} or {"services": [...], "locations": [...]}.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from terminal.central.catalogue.foreign_json import Json, a_day, a_list, an_object
from terminal.central.catalogue.leika import KEY
from terminal.central.catalogue.model import Catalogue, Import, Line, Link, Place, Problem, Service, Topic
from terminal.central.catalogue.readable import lines_of, links_in, plain, web_address

_HTML: Mapping[Topic, tuple[str, ...]] = {
    Topic.SUMMARY: ("description",),
    Topic.DOCUMENTS: ("requirements",),
    Topic.FEES: ("fees",),
    Topic.PREREQUISITES: ("prerequisites",),
    Topic.DURATION: ("residence_duration", "processing_time"),
    Topic.HINTS: ("hint", "hints"),
    Topic.LEGAL_BASIS: ("legal",),
}


def is_dldb(data: object) -> bool:
    """Whether `data` is such an export."""
    return bool(_listed(data, "services", "data"))


def read_dldb(data: object, today: date, origin: str) -> Import:
    """All services that have an id and a name. Raises ValueError where there is no list of services."""
    records = _listed(data, "services", "data")
    if not records:
        raise ValueError("there is no list of services in it")
    problems: list[Problem] = []
    services: dict[str, Service] = {}
    for number, record in enumerate(records, 1):
        why = _wrong(record, services)
        if why:
            problems.append(Problem(where=_where(number, record), why=why))
            continue
        service = _service(record, _where(number, record), problems)
        services[service.id] = service
    places = tuple(_places(_listed(data, "locations"), problems))
    catalogue = Catalogue(origin=origin, read=today, services=tuple(services.values()), places=places)
    return Import(catalogue=catalogue, problems=tuple(problems))


def _listed(data: object, *names: str) -> list[Any]:
    """The first list of that name; a dictionary of records counts as a list."""
    if isinstance(data, list) and "data" in names:
        return data
    if not isinstance(data, dict):
        return []
    for name in names:
        found = data.get(name)
        if isinstance(found, dict):
            found = list(found.values())
        if isinstance(found, list) and found:
            return found
    return []


def _where(number: int, record: object) -> str:
    id = record.get("id") if isinstance(record, dict) else None
    return f"service {number}" + (f" (id {plain(str(id))[:40]})" if isinstance(id, str | int) else "")


def _wrong(record: object, before: Mapping[str, Service]) -> str:
    if not isinstance(record, dict):
        return "is not an object"
    id = _word(record.get("id"))
    if not id or len(id) > 80:
        return "has no id"
    if id in before:
        return "has the id of a service before it"
    return "" if _word(record.get("name")) else "has no name"


def _word(value: object) -> str:
    """Text or a number as one line, "" for all else."""
    return plain(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _service(record: Json, where: str, problems: list[Problem]) -> Service:
    language = _word(an_object(record.get("meta")).get("locale")) or "de"
    topics = {topic: lines for topic, names in _HTML.items() if (lines := _lines(record, names))}
    forms = (*_links(record.get("forms")), *_links(record.get("links")))
    online = web_address(an_object(record.get("onlineprocessing")).get("link"))
    return Service(
        id=_word(record["id"]),
        titles={language: _word(record["name"])},
        leika=_keys(record.get("leika"), where, problems),
        texts={language: topics} if topics else {},
        places=tuple(
            dict.fromkeys(
                filter(None, (_word(an_object(at).get("location")) for at in a_list(record.get("locations"))))
            )
        ),
        appointment=record.get("public") is not False and any(map(_bookable, a_list(record.get("locations")))),
        forms=tuple({link.address: link for link in forms}.values()),
        online=(Link(name=_word(record["name"]), address=online),) if online else (),
        as_of=a_day(an_object(record.get("meta")).get("lastupdate")),
    )


def _bookable(at: object) -> bool:
    """Whether everybody can make an appointment there; `public` says it of the service itself."""
    return an_object(an_object(at).get("appointment")).get("allowed") is True


def _lines(record: Json, names: tuple[str, ...]) -> tuple[Line, ...]:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and (lines := lines_of(value)):
            return lines
        if isinstance(value, list):
            items = [_word(an_object(item).get("name")) or _word(item) for item in value[:100]]
            if any(items):
                return tuple(Line(text=item, kind="item") for item in items if item)
    return ()


def _links(value: object) -> Iterator[Link]:
    for link in a_list(value)[:40]:
        address = web_address(an_object(link).get("link"))
        if address:
            yield Link(name=_word(an_object(link).get("name")) or address, address=address)
    if isinstance(value, str):
        yield from links_in(value)


def _keys(value: object, where: str, problems: list[Problem]) -> tuple[str, ...]:
    keys = [key for key in _word(value).replace(",", " ").replace(";", " ").split() if key]
    wrong = [key for key in keys if not KEY.fullmatch(key)]
    if wrong:
        problems.append(
            Problem(where=where, why=f'"{wrong[0][:40]}" is not a LeiKa key; the service is kept without it')
        )
    return tuple(key for key in keys if KEY.fullmatch(key))


def _places(records: list[Any], problems: list[Problem]) -> Iterator[Place]:
    for number, record in enumerate(records, 1):
        place = an_object(record)
        id, name = _word(place.get("id")), _word(place.get("displayName")) or _word(place.get("name"))
        if not id or not name:
            problems.append(Problem(where=f"location {number}", why="has no id or no name"))
            continue
        address, contact = an_object(place.get("address")), an_object(place.get("contact"))
        yield Place(
            id=id,
            name=name,
            street=f"{_word(address.get('street'))} {_word(address.get('house_number'))}".strip(),
            postcode=_word(address.get("postal_code")),
            place=_word(address.get("city")),
            phone=_word(contact.get("phone")),
            email=_word(contact.get("email")),
        )
