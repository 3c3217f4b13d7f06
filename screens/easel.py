"""Pictures of screens that no window shows: for `./kiosk screenshots` and the pixel tests."""

from collections.abc import Sequence

from PIL import Image

from screens.look import Look
from screens.paint import Painter
from screens.primitives import PaintGroup
from screens.stage import ring
from screens.tree import Node, Tree


class Easel:
    """Draws trees of one size and theme into a frame buffer of its own. Needs a GL context (a window, even a hidden one)."""

    def __init__(self, look: Look, accent: str) -> None:
        from kivy.graphics import Color, Fbo, Rectangle

        self._fbo = Fbo(size=(look.width, look.height))
        palette = look.theme.palette(accent)
        red, green, blue = bytes.fromhex(palette["bg"].removeprefix("#"))
        self._fbo.add(Color(red / 255, green / 255, blue / 255, 1))
        self._fbo.add(Rectangle(pos=(0, 0), size=self._fbo.size))
        self._fbo.add(Color(1, 1, 1, 1))
        self._painter = Painter(self._fbo, look.height, palette)

    def draw(self, tree: Tree, look: Look, *, pressed: str | None = None, focus: Node | None = None) -> Image.Image:
        """The picture in RGB."""
        groups = [PaintGroup(node.id, node.draw(node.id == pressed)) for node in tree.nodes]
        if focus:
            groups.append(PaintGroup("focus ring", ring(look, focus)))
        self._painter.paint(groups)
        self._fbo.ask_update()
        self._fbo.draw()
        picture = Image.frombytes("RGBA", self._fbo.size, self._fbo.pixels).convert("RGB")
        return picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM)

    def strings(self) -> Sequence[str]:
        """The lines of text in the picture."""
        return self._painter.strings()
