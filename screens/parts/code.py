"""A QR code to take along: always black on white, at least 80 mm wide, beside or above its caption."""

import math
from dataclasses import replace
from functools import lru_cache

from screens.lettering import Lettering, letter
from screens.look import Look
from screens.parts.text import Prose, paragraph
from screens.primitives import Bitmap, Primitive, Rect, Ring
from screens.tree import Node, Role
from terminal.texts import Rendered
from terminal.values import valueclass

_LEAST_MM = 80.0
_LEAST_MODULE_MM = 1.0


@lru_cache(maxsize=8)
def modules(data: str) -> tuple[tuple[bool, ...], ...]:
    """The code's modules with its quiet zone of four (ISO/IEC 18004, 9.1); error correction M."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(data)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


@valueclass(frozen=True)
class CodePart:
    """The code and what it is good for. A blind citizen is told the caption; the content is on the screen as text too.

    `alone` leaves the caption to a paragraph after it.
    """

    id: str
    data: str
    title: Rendered | None
    caption: Rendered
    look: Look
    alone: bool = False

    def height(self, width: int) -> int:
        """See `Part`."""
        texts = self._texts_height(width)
        return max(self.side, texts) if self._beside(width) else self.side + self.look.px(24) + texts

    def place(self, rect: Rect) -> list[Node]:
        """See `Part`."""
        name = self.title or self.caption
        value = self.caption.text if self.title and not self.alone else ""
        speech = f"{name.speech}. {self.caption.speech}" if value else name.speech
        return [
            Node(
                self.id, Role.IMAGE, name.text, rect, lambda pressed: self._draw(rect),
                speech=speech, language=name.language, value=value,
            )
        ]  # fmt: skip

    def split(self, width: int, height: int) -> "tuple[CodePart, Prose] | None":
        """The code alone, and its caption as running text."""
        alone = replace(self, alone=True)
        if self.alone or alone.height(width) > height:
            return None
        return alone, paragraph(self.look, f"{self.id}:caption", self.caption)

    @property
    def side(self) -> int:
        """Of the code with its frame, in px."""
        return self._module * len(modules(self.data)) + 2 * self.look.line

    @property
    def _module(self) -> int:
        """Whole px, so that every module is equally large."""
        count = len(modules(self.data))
        return math.ceil(self.look.px_per_mm * max(_LEAST_MM / count, _LEAST_MODULE_MM))

    def _beside(self, width: int) -> bool:
        return width - self.side - self.look.px(32) >= self.look.px((380, 440, 520, 600)[self.look.size - 1])

    def _room(self, width: int) -> int:
        return width - self.side - self.look.px(32) if self._beside(width) else width

    def _texts(self, width: int) -> tuple[Lettering, Lettering]:
        look, room = self.look, self._room(width)
        title = letter(self.title.text if self.title else "", look.face("body", bold=True), room)
        return title, letter("" if self.alone else self.caption.text, look.face("body"), room)

    def _texts_height(self, width: int) -> int:
        return sum(text.height for text in self._texts(width))

    def _draw(self, rect: Rect) -> tuple[Primitive, ...]:
        look, side = self.look, self.side
        title, caption = self._texts(rect.w)
        beside = self._beside(rect.w)
        y = rect.y + (max(0, rect.h - side) // 2 if beside else 0)
        box = Rect(look.start(rect, 0, side), y, side, side)
        code = box.outset(-look.line)
        room = self._room(rect.w)
        if beside:
            x = look.start(rect, rect.w - room, room)
            y = rect.y + (rect.h - title.height - caption.height) // 2
        else:
            x, y = rect.x, box.bottom + look.px(24)
        above = Rect(x, y, room, title.height)
        below = Rect(x, y + title.height, room, caption.height)
        return (
            Ring(box, "border", look.line, look.small_radius),
            Bitmap(code, modules(self.data)),
            *title.glyphs(above, "text", "start", look.direction),
            *caption.glyphs(below, "text", "start", look.direction),
        )
