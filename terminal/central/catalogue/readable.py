"""Texts of other authorities made safe and readable: HTML becomes plain lines, whatever stands in it.

Nothing is ever shown as markup. Scripts, styles and forms are dropped, tables become one line a row, links keep their words.
"""

import re
import unicodedata
from html.parser import HTMLParser

from terminal.central.catalogue.model import Line, Link

MOST_HTML = 400_000
MOST_LINES = 400
LONGEST_LINE = 2_000
MOST_LINKS = 40
"""What is beyond these is cut off, not refused: a long text is still better than none."""

_DROPPED = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "select", "textarea", "title", "head"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = frozenset(
    {"p", "div", "br", "ul", "ol", "table", "section", "article", "blockquote", "dl", "dt", "dd", "hr", "tr", "address"}
)
_CELLS = frozenset({"td", "th"})
_INVISIBLE = {*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x00AD} - {0x200C, 0x200D}
_SPACE = re.compile(r"[\s\u00a0\u2028\u2029]+")


def plain(text: str) -> str:
    """One line without control, invisible and direction-changing characters, without outer blanks; at most `LONGEST_LINE` long."""
    kept = "".join(
        letter for letter in text[: 4 * LONGEST_LINE] if ord(letter) not in _INVISIBLE and _printable(letter)
    )
    line = unicodedata.normalize("NFC", _SPACE.sub(" ", kept).strip())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "\u2026"


def lines_of(html: str) -> tuple[Line, ...]:
    """`html`, or plain text with line ends, as lines to show."""
    return _read(html).lines


def links_in(html: str) -> tuple[Link, ...]:
    """The links to web pages in `html`."""
    return _read(html).links


def web_address(text: object) -> str:
    """`text` where it is an address that a citizen can open at home, else ""."""
    if not isinstance(text, str) or len(text) > 2_000:
        return ""
    address = text.strip()
    safe = address.isprintable() and not any(letter.isspace() for letter in address)
    return address if safe and re.match(r"https?://[\w-]+(\.[\w-]+)+([:/?#]|$)", address, re.IGNORECASE) else ""


def _printable(letter: str) -> bool:
    return (
        letter in "\n\t\r"
        or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
        or letter in "\u200c\u200d"
    )


def _read(html: str) -> "_Reader":
    reader = _Reader()
    text = html[:MOST_HTML]
    if "<" not in text:
        text = text.replace("\n", "<br>")
    reader.feed(text)
    reader.close()
    reader.end_line()
    return reader


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._links: dict[str, Link] = {}
        self._text: list[str] = []
        self._kind = "text"
        self._dropping = 0
        self._link: tuple[str, int] | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Without headings that nothing follows."""
        lines = self._lines
        return tuple(
            line
            for i, line in enumerate(lines)
            if line.kind != "heading" or (i + 1 < len(lines) and lines[i + 1].kind != "heading")
        )

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._links.values())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropping += 1
        elif tag in _HEADINGS:
            self.end_line()
            self._kind = "heading"
        elif tag == "li":
            self.end_line()
            self._kind = "item"
        elif tag in _BREAKS:
            self._break(tag)
        elif tag in _CELLS and "".join(self._text).strip():
            self._text.append(" \u2013 ")
        elif tag == "a":
            self._link = (web_address(dict(attrs).get("href")), len(self._text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropping = max(0, self._dropping - 1)
        elif tag in _HEADINGS or tag == "li" or tag in _BREAKS:
            self.end_line()
        elif tag == "a" and self._link:
            self._end_link(*self._link)

    def handle_data(self, data: str) -> None:
        if not self._dropping:
            self._text.append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """A comment like any other (HTML, 13.2.5.42); Python's reader would end with an AssertionError."""
        return self.parse_bogus_comment(i, bool(report))

    def end_line(self) -> None:
        """What was gathered is a line."""
        text = plain("".join(self._text))
        self._text.clear()
        if text and len(self._lines) < MOST_LINES:
            self._lines.append(Line.model_construct(text=text, kind=self._kind))
        self._kind = "text"

    def _break(self, tag: str) -> None:
        """Inside an item a paragraph does not end the item before it has begun."""
        if self._kind == "item" and tag in ("p", "div", "br") and not "".join(self._text).strip():
            return
        self.end_line()

    def _end_link(self, address: str, begin: int) -> None:
        name = plain("".join(self._text[begin:])) or address
        self._link = None
        if address and address not in self._links and len(self._links) < MOST_LINKS:
            self._links[address] = Link(name=name, address=address)
