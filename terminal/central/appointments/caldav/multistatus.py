"""A server's list of resources (multistatus, RFC 4918, 14.16) without believing the server.

Documents that declare anything (DTD, entities) are refused: expanding entities is how small texts become large.
"""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

_DAV = "DAV: "
_CALDAV = "urn:ietf:params:xml:ns:caldav "
_MOST = 50_000


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

    def start(self, name: str, _: object) -> None:
        self._inside.append(name)
        self._text = []
        if name == f"{_DAV}response":
            self.found.append(Resource())
            if len(self.found) > _MOST:
                raise NoMultistatusError("too many")
        if name == f"{_CALDAV}calendar" and self.found:
            self.found[-1].calendar = True

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str) -> None:
        self._inside.pop()
        if not self.found or self._inside[:1] != [f"{_DAV}multistatus"]:
            return
        text, resource = "".join(self._text), self.found[-1]
        if name == f"{_DAV}href" and self._inside[-1] == f"{_DAV}response":
            resource.path = tuple(unquote(part) for part in urlsplit(text.strip()).path.split("/") if part)
        elif name == f"{_DAV}getetag":
            resource.etag = text.strip()
        elif name == f"{_CALDAV}calendar-data":
            resource.text = text
        self._text = []

    def refuse(self, *_: object) -> None:
        raise NoMultistatusError("declares something")


def resources(body: bytes) -> list[Resource]:
    """The resources that `body` lists. Raises `NoMultistatusError`."""
    reader, parser = _Reader(), expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.data
    parser.buffer_text = True  # otherwise a call for every line of every event
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.refuse
    parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = reader.refuse  # type: ignore[assignment]
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NoMultistatusError(type(error).__name__) from None
    return [resource for resource in reader.found if resource.path]
