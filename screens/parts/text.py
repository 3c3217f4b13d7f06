"""Titles, headings and running text."""

from dataclasses import replace

from screens.lettering import TITLE_LINE, Align, Lettering, excerpt, letter
from screens.look import Look
from screens.primitives import Primitive, Rect
from screens.tree import Node, Role, State, undrawn
from screens.typography import Face
from terminal.texts import Rendered
from terminal.values import valueclass


@valueclass(frozen=True)
class Prose:
    """A text over the full width. `lines_from` is the first line shown: what is before it stood on the last page."""

    id: str
    words: Rendered
    look: Look
    face: Face
    role: Role = Role.TEXT
    colour: str = "text"
    align: Align = "start"
    line: float = 1.3
    balanced: bool = False
    lines_from: int = 0
    lines_to: int | None = None
    states: frozenset[State] = frozenset()

    def height(self, width: int) -> int:
        """See `Part`."""
        return self._set(width).height

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        lettering = self._set(rect.w)
        glyphs = lettering.glyphs(rect, self.colour, self.align, self.look.direction)

        def draw(pressed: bool) -> tuple[Primitive, ...]:
            return glyphs

        name, speech = self.words.text, self.words.speech
        if self._torn:
            name = speech = excerpt(name, self._whole(rect.w).lines, self.lines_from, self.lines_to)
        return [
            Node(self.id, self.role, name, rect, draw, speech=speech, language=self.words.language, states=self.states)
        ]

    def split(self, width: int, height: int) -> "tuple[Prose, Prose] | None":
        """Tear it between two lines so that the first part fits into `height`; None when that left one line alone."""
        lettering = self._set(width)
        fitting = height // lettering.line
        fitting = min(fitting, len(lettering.lines) - 2)  # no page begins with a last line
        if fitting < 2:
            return None
        tear = self.lines_from + fitting
        return replace(self, lines_to=tear), replace(self, lines_from=tear, id=f"{self.id}+")

    @property
    def _torn(self) -> bool:
        return self.lines_from > 0 or self.lines_to is not None

    def _whole(self, width: int) -> Lettering:
        return letter(self.words.text, self.face, width, line=self.line, balanced=self.balanced)

    def _set(self, width: int) -> Lettering:
        lettering = self._whole(width)
        return replace(lettering, lines=lettering.lines[self.lines_from : self.lines_to])


def title(look: Look, words: Rendered, *, face: Face | None = None, align: Align = "start") -> Prose:
    """The question of a screen."""
    face = face or look.face("title", bold=True)
    return Prose("title", words, look, face, Role.HEADING, line=TITLE_LINE, balanced=True, align=align)


def hint(look: Look, words: Rendered, *, align: Align = "start") -> Prose:
    """The line under the question."""
    return Prose("hint", words, look, look.face("body"), colour="muted", align=align)


def heading(look: Look, id: str, words: Rendered) -> Prose:
    """A heading within a page."""
    return Prose(id, words, look, look.face("body", bold=True), Role.HEADING)


def paragraph(look: Look, id: str, words: Rendered, *, muted: bool = False, align: Align = "start") -> Prose:
    """Running text; centred, its lines are about equally long."""
    colour = "muted" if muted else "text"
    return Prose(id, words, look, look.face("body"), colour=colour, align=align, balanced=align == "centre")


def small(look: Look, id: str, words: Rendered, *, muted: bool = True) -> Prose:
    """The smallest text there is, which still meets EN 301 549, 5.1.4 at 600 mm."""
    return Prose(id, words, look, look.face("small"), colour="muted" if muted else "text")


@valueclass(frozen=True)
class Unseen:
    """A title that is only told, on a screen that has no room left for it: whoever is there has just read it."""

    words: Rendered

    def height(self, width: int) -> int:
        """See `Part`."""
        return 0

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        words = self.words
        return [Node("title", Role.HEADING, words.text, rect, undrawn, speech=words.speech, language=words.language)]
