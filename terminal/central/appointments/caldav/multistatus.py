"""A server's list of resources (multistatus, RFC 4918, 14.16) without believing the server.

Documents that declare anything (DTD, entities) are refused: expanding entities is how small texts become large. So are those
nested deeply, or with a tag that never ends: expat keeps what is open, with twenty times the memory, and begins a tag anew with
every piece.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

_DAV = "DAV: "
_CALDAV = "urn:ietf:params:xml:ns:caldav "
_RESPONSE, _HREF, _ETAG = f"{_DAV}response", f"{_DAV}href", f"{_DAV}getetag"
_CALENDAR, _DATA = f"{_CALDAV}calendar", f"{_CALDAV}calendar-data"
_TOLD = {_HREF, _ETAG, _DATA}
_PLAIN = re.compile(r"/[^/?#][^?#]*")
_MOST = 50_000
_MOST_ELEMENTS = 20 * _MOST
_DEEPEST = 50
_PIECE_BYTES = 1024 * 1024


class NoMultistatusError(Exception):
    """What came is no such list, or one that is not to be trusted."""


@dataclass
class Resource:
    """One resource: its path as segments, and as much as was asked for; "" where the server did not say."""

    path: tuple[str, ...] = ()
    etag: str = ""
    text: str = ""
    calendar: bool = False


class _Reader:
    def __init__(self) -> None:
        self.found: list[Resource] = []
        self._inside: list[str] = []
        self._text: list[str] = []
        self._elements = 0

    def start(self, name: str, _: object) -> None:
        self._inside.append(name)
        self._elements += 1
        if len(self._inside) > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise NoMultistatusError("too deep or too much")
        self._text = []
        if name == _RESPONSE:
            self.found.append(Resource())
            if len(self.found) > _MOST:
                raise NoMultistatusError("too many")
        elif name == _CALENDAR and self.found:
            self.found[-1].calendar = True

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str) -> None:
        self._inside.pop()
        if name not in _TOLD or not self.found or self._inside[:1] != [f"{_DAV}multistatus"]:
            return
        text, resource = "".join(self._text), self.found[-1]
        if name == _HREF and self._inside[-1] == _RESPONSE:
            resource.path = tuple(unquote(part) for part in _path(text.strip()).split("/") if part)
        elif name == _ETAG:
            resource.etag = text.strip()
        elif name == _DATA:
            resource.text = text
        self._text = []

    def refuse(self, *_: object) -> None:
        raise NoMultistatusError("declares something")


def _path(href: str) -> str:
    return href if _PLAIN.fullmatch(href) else urlsplit(href).path


def resources(body: bytes) -> list[Resource]:
    """The resources that `body` lists. Raises `NoMultistatusError`."""
    reader, parser = _Reader(), expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.data
    parser.buffer_text = True  # otherwise a call for every line of every event
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.refuse
    parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = reader.refuse  # type: ignore[assignment]
    try:
        for start in range(0, len(body), _PIECE_BYTES):
            # What a handler raises is raised after the whole piece.
            parser.Parse(body[start : start + _PIECE_BYTES], False)
            if start - parser.CurrentByteIndex > _PIECE_BYTES:
                raise NoMultistatusError("a tag without end")
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NoMultistatusError(type(error).__name__) from None
    return [resource for resource in reader.found if resource.path]
