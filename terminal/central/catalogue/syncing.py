"""Fetching descriptions for one place, politely, and so that an interruption loses nothing.

What was fetched is kept after every service; the next run goes on where the last one stopped. The catalogue that is in use
changes only when the whole has been fetched, and a service that could not be fetched keeps the words it had.
"""

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from terminal.central.catalogue.model import Problem, Service
from terminal.central.catalogue.pvog import ars_upwards, described, first_id
from terminal.http import Connection, NoAnswerError
from terminal.values import valueclass
from terminal.whole_file import put

DEADLINE_S = 20.0
LIMIT_BYTES = 4 * 1024 * 1024
MOST_TRIES = 3
LONGEST_WAIT_S = 60.0
MOST_IN_A_ROW = 5
"""So many services in a row that cannot be fetched: the service is down, and asking on would only harm it."""


class NotSyncedError(Exception):
    """Why it was given up; what has been fetched so far is kept."""


@valueclass(frozen=True)
class Source:
    """`address` of the API without a slash at its end; `client_id` is what FITKO gives each client of its own."""

    address: str
    ars: str
    client_id: str = ""


class Pvog:
    """One place's descriptions. `sleep` waits between tries."""

    def __init__(self, source: Source, sleep: Callable[[float], None] = time.sleep) -> None:
        self._source = source
        self._sleep = sleep
        self._connection = Connection()
        own = {"pvog-sud-api-client-id": source.client_id} if source.client_id else {}
        self._headers = {"Accept": "application/json", "Accept-Language": "de", **own}

    def description(self, key: str) -> Any:
        """For a LeiKa key; None when no level has one. Raises NotSyncedError, ValueError for an answer that is none."""
        for ars in ars_upwards(self._source.ars):
            page = self._get("/v3/servicedescriptions/leikaid", {"leikaIds": key, "ars": ars, "size": "5"})
            if id := first_id(page):
                return self._get(f"/v6/servicedescriptions/{quote(id, safe='')}/detail", {"ars": self._source.ars})
        return None

    def _get(self, path: str, asked: Mapping[str, str]) -> Any:
        url = f"{self._source.address}{path}?{urlencode(asked)}"
        for left in range(MOST_TRIES - 1, -1, -1):
            try:
                answer = self._connection.ask(
                    "GET", url, headers=self._headers, deadline_s=DEADLINE_S, limit_bytes=LIMIT_BYTES
                )
            except NoAnswerError as error:
                if not left:
                    raise NotSyncedError(f"no answer: {error}") from None
                self._sleep(1.0)
                continue
            if answer.status in (429, 503) and left:
                self._sleep(_wait_s(answer.retry_after))
            elif answer.status == 200:
                return json.loads(answer.body)
            elif answer.status == 404:
                return {"content": []}
            else:
                raise NotSyncedError(f"it answers with status {answer.status}")
        raise NotSyncedError("it asks to wait for too long")


def _wait_s(said: str) -> float:
    """RFC 9110, 10.2.3, in seconds; a date or nonsense counts as a few."""
    return min(float(said), LONGEST_WAIT_S) if said.isdecimal() else 5.0


class Fetched:
    """What was fetched so far, in a file. "null" stands for: no level has a description."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            found = json.loads(file.read_text(encoding="utf-8"))
            self._known = found if isinstance(found, dict) else {}

    def has(self, key: str) -> bool:
        """Whether `key` was asked for."""
        return key in self._known

    def of(self, key: str) -> Any:
        """The description; None for none."""
        return self._known.get(key)

    def keep(self, key: str, description: Any) -> None:
        """As a whole or not at all. Raises OSError."""
        self._known[key] = description
        put(self._file, json.dumps(self._known))

    def forget(self) -> None:
        """It is done."""
        self._file.unlink(missing_ok=True)


def fetch(
    pvog: Pvog, services: tuple[Service, ...], fetched: Fetched, progress: Callable[[int, int], None]
) -> list[Problem]:
    """Ask for all that have a LeiKa key and were not asked for yet. Raises NotSyncedError, OSError."""
    problems: list[Problem] = []
    in_a_row = 0
    for number, service in enumerate(services):
        progress(number, len(services))
        if not service.leika or fetched.has(service.leika[0]):
            continue
        try:
            fetched.keep(service.leika[0], pvog.description(service.leika[0]))
            in_a_row = 0
        except (NotSyncedError, ValueError, RecursionError) as reason:
            in_a_row += 1
            why = str(reason) if isinstance(reason, NotSyncedError) else "the answer cannot be read"
            problems.append(Problem(where=service.id, why=why))
            if in_a_row >= MOST_IN_A_ROW:
                raise NotSyncedError(f"{why}, for {in_a_row} services in a row") from None
    progress(len(services), len(services))
    return problems


def told(
    services: tuple[Service, ...], fetched: Fetched, before: Mapping[str, Service]
) -> tuple[list[Service], list[Problem]]:
    """The services in the words that were fetched; else in those they had `before`, else in their own."""
    found: list[Service] = []
    problems: list[Problem] = []
    for service in services:
        description = fetched.of(service.leika[0]) if service.leika else None
        try:
            found.append(described(description, service) if description else before.get(service.id, service))
        except ValueError as reason:
            problems.append(Problem(where=service.id, why=f"its description {reason}"))
            found.append(before.get(service.id, service))
    return found, problems
