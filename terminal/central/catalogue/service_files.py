"""Services in files that staff can edit: one TOML file a service, named after its id. docs/catalogue.md shows every key."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from terminal.central.catalogue.leika import KEY
from terminal.central.catalogue.model import Catalogue, Import, Line, Link, Problem, Service, Topic
from terminal.central.catalogue.readable import plain, web_address
from terminal.toml_text import tables_in

LIFE_SITUATIONS = (
    *("documents", "moving", "family", "marriage", "death", "vehicle", "business", "building", "taxes", "money"),
    *("school", "disability", "immigration", "animals", "order", "participation", "retirement", "waste", "work"),
)
LONGEST_TITLE = 80
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TEXTS = (Topic.SUMMARY, Topic.DEADLINE, Topic.DURATION, Topic.VALIDITY)
_LISTS = (Topic.DOCUMENTS, Topic.PREREQUISITES, Topic.PROCEDURE, Topic.HINTS)
_KEYS = frozenset(
    {
        "leika",
        "responsible",
        "legal_basis",
        "sources",
        "as_of",
        "valid_until",
        "life_situations",
        "appointment",
        "online",
        "related",
        "fees",
    }
)
_LARGEST = 200_000
Table = Mapping[str, Any]


class WrongError(Exception):
    """What is wrong with a file, for its author."""


def read_service_files(directory: Path, today: date) -> Import:
    """All files of `directory`, in the order of their names. A file with a mistake is left out. Raises OSError."""
    services: list[Service] = []
    problems: list[Problem] = []
    for file in sorted(directory.glob("*.toml")):
        try:
            services.append(_service(file.stem, _table(file)))
        except WrongError as why:
            problems.append(Problem(where=file.name, why=str(why)))
    problems += _dangling(services)
    catalogue = Catalogue(origin=str(directory), read=today, services=tuple(services))
    return Import(catalogue=catalogue, problems=tuple(problems))


def _dangling(services: list[Service]) -> Iterator[Problem]:
    ids = {service.id for service in services}
    for service in services:
        for other in service.related:
            if other not in ids:
                why = f'related: there is no service "{other}"'
                yield Problem(where=f"{service.id}.toml", why=why, related=other)


def _table(file: Path) -> Table:
    try:
        if not file.is_file():
            raise WrongError("is not a plain file")
        if file.stat().st_size > _LARGEST:
            raise WrongError(f"is larger than {_LARGEST} bytes")
        return tables_in(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise WrongError("is not in UTF-8") from None
    except OSError as error:
        raise WrongError(f"cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise WrongError(f"cannot be read: {error}") from None


def _service(id: str, table: Table) -> Service:
    if not _ID.fullmatch(id) or len(id) > 40:
        raise WrongError("its name must be lower-case letters, digits and hyphens, 40 at most")
    languages = {key: value for key, value in table.items() if isinstance(value, dict)}
    for key in table:
        if key not in _KEYS and key not in languages:
            raise WrongError(f'"{key}" is not known')
    for code in languages:
        if not _LANGUAGE.fullmatch(code):
            raise WrongError(f"[{code}] is not a language, such as [de]")
    if "de" not in languages:
        raise WrongError("has no [de]")
    leika = _text(table, "leika")
    if leika and not KEY.fullmatch(leika):
        raise WrongError("leika: must be 14 digits in quotes")
    online = _text(table, "online")
    if online and not web_address(online):
        raise WrongError("online: is not a web address")
    situations = _texts(table, "life_situations")
    unknown = [one for one in situations if one not in LIFE_SITUATIONS]
    if unknown:
        raise WrongError(f'life_situations: "{unknown[0]}" is none of {", ".join(LIFE_SITUATIONS)}')
    titles = {code: _title(code, one) for code, one in languages.items()}
    texts = {code: topics for code, one in languages.items() if (topics := dict(_topics(code, one, table)))}
    return Service(
        id=id,
        titles=titles,
        leika=(leika,) if leika else (),
        synonyms={code: found for code, one in languages.items() if (found := _texts(one, "synonyms", code))},
        texts=texts,
        life_situations=situations,
        responsible=_text(table, "responsible"),
        appointment=_flag(table, "appointment"),
        online=(Link(name=titles["de"], address=online),) if online else (),
        sources=_addresses(table),
        related=_texts(table, "related"),
        as_of=_day(table, "as_of"),
        valid_until=_day(table, "valid_until"),
    )


def _title(code: str, table: Table) -> str:
    title = _text(table, "title", code)
    if not title or len(title) > LONGEST_TITLE:
        raise WrongError(f"[{code}] title: has to have 1 to {LONGEST_TITLE} characters")
    known = {"title", "synonyms", *(topic.value for topic in (*_TEXTS, *_LISTS))}
    for key in table:
        if key not in known:
            raise WrongError(f'[{code}] "{key}" is not known')
    return title


def _topics(code: str, table: Table, whole: Table) -> Iterator[tuple[Topic, tuple[Line, ...]]]:
    """What is said in one language; a language with no more than a title says nothing."""
    if not _text(table, "summary", code):
        return
    for topic in _TEXTS:
        if text := _text(table, topic.value, code):
            yield topic, (Line(text=text),)
    for topic in _LISTS:
        if texts := _texts(table, topic.value, code):
            yield topic, tuple(Line(text=text, kind="item") for text in texts)
    if fees := tuple(_fees(code, whole)):
        yield Topic.FEES, fees
    if law := _texts(whole, "legal_basis"):
        yield Topic.LEGAL_BASIS, tuple(Line(text=text, kind="item") for text in law)


_FREE = {"de": "kostenlos", "en": "free of charge"}
_ASK = {"de": "Bitte im Amt fragen", "en": "Please ask at the office"}


def _fees(code: str, whole: Table) -> Iterator[Line]:
    """One line a case; what is not known is never guessed."""
    fees = whole.get("fees", [])
    if not isinstance(fees, list):
        raise WrongError("fees: write [[fees]]")
    for fee in fees:
        if not isinstance(fee, dict):
            raise WrongError("fees: write [[fees]]")
        case = _text(fee, code, "fees") or _text(fee, "de", "fees")
        if fee.get("ask") is True:
            said = _ASK.get(code, _ASK["de"])
            yield Line(text=f"{said} ({case})" if case else said, kind="item")
            continue
        amount = _amount(fee)
        if amount == 0:
            yield Line(text=_free(code, case), kind="item")
        else:
            money = f"{amount:.2f}".replace(".", ",") + " Euro" if code != "en" else f"{amount:.2f} euros"
            yield Line(text=f"{money} ({case})" if case else money, kind="item")


def _free(code: str, case: str) -> str:
    """Once: some cases already say it."""
    free = _FREE.get(code, _FREE["de"])
    if not case:
        return free.capitalize()
    return case if free.split()[0] in case.lower() else f"{free} ({case})"


def _amount(fee: Table) -> Decimal:
    try:
        amount = Decimal(_text(fee, "amount", "fees"))
    except InvalidOperation:
        raise WrongError('fees: amount must be euros in quotes such as "46.00", or write ask = true') from None
    if not amount.is_finite() or not 0 <= amount < 100_000:
        raise WrongError("fees: amount is not an amount of euros")
    return amount


def _text(table: Table, key: str, where: str = "") -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise WrongError(f"{where + ' ' if where else ''}{key}: must be a text in quotes")
    return plain(value)


def _texts(table: Table, key: str, where: str = "") -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value) or len(value) > 200:
        raise WrongError(f"{where + ' ' if where else ''}{key}: must be a list of texts")
    return tuple(filter(None, map(plain, value)))


def _addresses(table: Table) -> tuple[str, ...]:
    sources = _texts(table, "sources")
    wrong = [one for one in sources if not web_address(one)]
    if wrong:
        raise WrongError(f'sources: "{wrong[0]}" is not a web address')
    return sources


def _flag(table: Table, key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise WrongError(f"{key}: must be true or false")
    return value


def _day(table: Table, key: str) -> date | None:
    value = table.get(key)
    if value is not None and type(value) is not date:
        raise WrongError(f"{key}: must be a day such as 2026-11-28")
    return value
