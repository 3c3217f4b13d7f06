"""A search service of the Portalverbund as public clients describe it, on loopback, that can also misbehave."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.loopback import Quiet, serving

SAXONY = "140000000000"
BRANDIS = "147290040040"


def description(id: str, key: str, **more: Any) -> dict[str, Any]:
    """One, with modules as the service numbers them."""
    return {
        "id": id,
        "name": "Personalausweis beantragen (Sachsen)",
        "leikakeys": [key],
        "ars": [SAXONY],
        "details": [
            {"code": "24", "title": "Kurztext", "text": "<p>Sie brauchen einen Ausweis.</p>"},
            {"code": "08", "title": "Unterlagen", "text": "<ul><li>Passfoto</li><li>alter Ausweis</li></ul>"},
            {"code": "98", "title": "Kosten", "details": [{"title": "ab 24 Jahren", "text": "46,00 EUR"}]},
            {"code": "97", "title": "Fristen", "text": "keine Angabe"},
            {"code": "11", "title": "Ablauf", "text": "Platz", "placeholder": True},
            {
                "code": "07",
                "links": [{"title": "§ 9 PAuswG", "uri": "https://www.gesetze-im-internet.de/pauswg/__9.html"}],
            },
        ],
        "onlineServiceLinks": [{"title": "Antrag", "uri": "https://example.org/antrag"}],
        "sourcePortals": [{"title": "Amt24", "uri": "https://amt24.sachsen.de/"}],
        "externalLastUpdate": "2026-05-04T10:00:00.000+02:00",
        **more,
    }


Lie = Callable[[Quiet], bool]
"""Answers instead of the service, if it wants to."""


@dataclass
class SearchService:
    """`found` by key and level; `asked` are the paths with their queries."""

    address: str = ""
    found: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    lie: Lie = lambda handler: False

    def has(self, key: str, ars: str = SAXONY, **more: Any) -> None:
        """Let there be a description."""
        self.found[(key, ars)] = description(f"S1.LB.{key}", key, **more)

    def answer(self, path: str) -> Any:
        parts = urlsplit(path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.endswith("/leikaid"):
            found = self.found.get((asked["leikaIds"], asked["ars"]))
            return {"content": [{"id": found["id"]}] if found else [], "totalElements": int(bool(found))}
        id = unquote(parts.path.split("/")[-2])
        return next(found for found in self.found.values() if found["id"] == id)


@contextmanager
def search_service() -> Iterator[SearchService]:
    """At a free port of this machine."""
    service = SearchService()

    class Handler(Quiet):
        def get(self) -> None:
            service.asked.append(self.path)
            try:
                if not service.lie(self):
                    self.say(200, json.dumps(service.answer(self.path)).encode(), "application/json")
            except OSError:
                return  # the client has had enough

    with serving(Handler) as port:
        service.address = f"http://127.0.0.1:{port}/suchdienst/api"
        yield service
