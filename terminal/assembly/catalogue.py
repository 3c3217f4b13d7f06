"""`catalogue` and `search`: what staff do with the catalogue of services on the command line."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from config.loader import Broken, load
from config.schema import Configuration
from terminal.assembly.services import library_of
from terminal.central.catalogue.files import NotReadError, read_catalogue
from terminal.central.catalogue.library import Library, load_model
from terminal.central.catalogue.model import Catalogue, Import, Service
from terminal.central.catalogue.search.finder import Finder, Found
from terminal.central.catalogue.search.thesaurus import ThesaurusError
from terminal.central.catalogue.syncing import NotSyncedError, Source
from terminal.directories import UnsafeError, state_dir
from terminal.moments import SystemClock

_SHOWN_PROBLEMS = 20


class RefusedError(Exception):
    """What is in the way, for staff."""


def add_search(parser: ArgumentParser) -> None:
    """Declare the arguments of `search`."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="what somebody would type")
    parser.add_argument("--stdin", action="store_true", help="one question a line, one line of JSON each")
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="search there instead: a services export, a list of LeiKa keys, a folder",
    )
    parser.add_argument(
        "--lang", default="de", metavar="L", help="the language in which titles are shown, de if not given"
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--most", type=int, default=10, metavar="N", help="so many answers at most, 10 if not given")
    _add_config(parser)


def add_catalogue(parser: ArgumentParser) -> None:
    """Declare the actions of `catalogue`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, meaning in (
        ("import", 'read a file or folder, all or nothing, and offer its services with source = "imported"'),
        ("check", "name all mistakes of a file or folder; without: of the services that this kiosk offers"),
    ):
        action = actions.add_parser(name, help=meaning, description=meaning)
        action.add_argument("path", type=Path, metavar="PATH", nargs=None if name == "import" else "?")
        _add_config(action)
    sync = actions.add_parser(
        "sync", help="fetch the bundled services in the words of the Portalverbund for [catalogue] ars"
    )
    _add_config(sync)
    prepare = actions.add_parser("prepare", help="compute what search by meaning needs; a change is prepared once")
    _add_config(prepare)
    show = actions.add_parser("show", help="list the services, or show one")
    show.add_argument("id", nargs="?", metavar="ID")
    show.add_argument("--lang", default="de", metavar="L")
    _add_config(show)


def _add_config(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=Path, metavar="PATH", help="the town's folder or file; without: the shipped example"
    )


def search(given: Namespace) -> int:
    """Answer one question, or those of standard input."""
    if bool(given.query) == given.stdin:
        return _refuse("give a QUERY, or --stdin")
    try:
        library = _library(given.config)
        finder = _finder(library, given.catalogue)
    except (RefusedError, NotReadError, ThesaurusError, UnsafeError, OSError) as reason:
        return _refuse(str(reason))
    most = max(1, given.most)
    if given.stdin:
        for line in sys.stdin:
            query = line.rstrip("\r\n")
            _say_json(query, finder.on_reflection(query, most), given.lang)
        return 0
    found = finder.on_reflection(given.query, most)
    if given.json:
        _say_json(given.query, found, given.lang)
    else:
        print("\n".join(_readable(found, given.lang)))
    return 0


def catalogue(given: Namespace) -> int:
    """Carry out one action."""
    action: Callable[[Namespace, Library], int] = _ACTIONS[given.action]
    try:
        return action(given, _library(given.config))
    except (RefusedError, NotReadError, ThesaurusError, UnsafeError, OSError) as reason:
        return _refuse(str(reason))


def _library(config: Path | None) -> Library:
    return library_of(_configuration(config), state_dir(), SystemClock())


def _configuration(config: Path | None) -> Configuration:
    found = load(config)
    if isinstance(found, Broken):
        raise RefusedError("the configuration has mistakes; ./kiosk check-config names them")
    return found.configuration


def _import(given: Namespace, library: Library) -> int:
    found = read_catalogue(given.path, _today())
    _say_problems(found)
    _prepare_showing(library, found.catalogue)
    library.keep(found.catalogue)
    print(f"imported: {len(found.catalogue.services)} services; left out or changed: {len(found.problems)}")
    return 0


def _sync(given: Namespace, library: Library) -> int:
    settings = _configuration(given.config).catalogue
    if not settings.ars:
        return _refuse("[catalogue] ars is not set: docs/catalogue.md")
    source = Source(settings.pvog.rstrip("/"), settings.ars, settings.pvog_client_id)
    try:
        found = library.sync(source, _Progress("fetching"))
    except NotSyncedError as reason:
        return _refuse(
            f"given up: {reason}. What was fetched is kept; the services in use are as they were. Try again later"
        )
    _say_problems(found)
    _prepare_showing(library, found.catalogue)
    library.keep(found.catalogue)
    library.synced(source)
    print(f"synced: {len(found.catalogue.services)} services; as they were before: {len(found.problems)}")
    return 0


def _check(given: Namespace, library: Library) -> int:
    found = read_catalogue(given.path, _today()) if given.path else library.read()
    _say_problems(found, most=None)
    print(f"{len(found.catalogue.services)} services hold, {len(found.problems)} problems")
    return 1 if found.problems else 0


def _prepare(given: Namespace, library: Library) -> int:
    _prepare_showing(library, library.services())
    return 0


def _show(given: Namespace, library: Library) -> int:
    found = library.services()
    if given.id is None:
        for service in found.services:
            print(f"{service.id}  {service.title(given.lang)[1]}")
        return 0
    chosen = [service for service in found.services if service.id == given.id]
    if not chosen:
        return _refuse(f'there is no service "{given.id}"; ./kiosk catalogue show lists them')
    print("\n".join(_page(chosen[0], given.lang)))
    return 0


_ACTIONS: dict[str, Callable[[Namespace, Library], int]] = {
    "import": _import,
    "sync": _sync,
    "check": _check,
    "prepare": _prepare,
    "show": _show,
}


def _finder(library: Library, file: Path | None) -> Finder:
    services: Catalogue = read_catalogue(file, _today()).catalogue if file else library.services()
    _prepare_showing(library, services)
    return library.finder(services)


def _prepare_showing(library: Library, services: Catalogue) -> None:
    """What is not prepared is, on all processors; a machine that cannot run the model does without."""
    if library.is_prepared(services):
        return
    model = load_model(os.cpu_count() or 1)
    if model is None:
        print("search by meaning: the model cannot run on this machine; search goes by words only", file=sys.stderr)
        return
    library.prepare(services, model, _Progress("search by meaning"))


class _Progress:
    """Tells on standard error how far it is: every tenth, and at most as often as something new is to be told."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._told = -1

    def __call__(self, done: int, all: int) -> None:
        tenth = 10 * done // max(1, all)
        if tenth != self._told:
            self._told = tenth
            print(f"{self._what}: {done} of {all} texts", file=sys.stderr, flush=True)


def _say_problems(found: Import, most: int | None = _SHOWN_PROBLEMS) -> None:
    shown = found.problems[:most]
    for problem in shown:
        print(problem, file=sys.stderr)
    if len(shown) < len(found.problems):
        print(f"... and {len(found.problems) - len(shown)} more; ./kiosk catalogue check names all", file=sys.stderr)


def _say_json(query: str, found: Found, language: str) -> None:
    results: list[dict[str, Any]] = [
        {"id": hit.service.id, "title": hit.service.title(language)[1], "score": hit.score} for hit in found.hits
    ]
    print(json.dumps({"query": query, "sure": found.sure, "results": results}, ensure_ascii=False), flush=True)


def _readable(found: Found, language: str) -> Iterator[str]:
    if not found.hits:
        yield "nothing fits"
        return
    if not found.sure:
        yield "nothing fits well; perhaps:"
    for hit in found.hits:
        yield f"{hit.score:6.2f}  {hit.service.id}  {hit.service.title(language)[1]}"


def _page(service: Service, language: str) -> Iterator[str]:
    shown, title = service.title(language)
    yield f"{title} [{shown}]"
    shown, topics = service.topics(language)
    for topic, lines in topics.items():
        yield f"\n{topic.value} [{shown}]"
        yield from (f"  - {line.text}" if line.kind == "item" else f"  {line.text}" for line in lines)
    rest = {
        "leika": service.leika,
        "responsible": service.responsible,
        "as of": service.as_of,
        "sources": service.sources,
    }
    yield ""
    yield from (f"{name}: {value}" for name, value in rest.items() if value)


def _today() -> date:
    return datetime.now(UTC).date()


def _refuse(reason: str) -> int:
    print(f"kiosk: {reason}", file=sys.stderr)
    return 1
