"""Colours by token, one palette a theme.

Values: KERN UX (design system of the German administration, tokens of @kern-ux/native 2.7.2), taken with attribution; the
two high-contrast themes are black and white only. Ratios are tested after WCAG 2.2, 1.4.3 and 1.4.11.
"""

from collections.abc import Mapping

from terminal.values import valueclass

Palette = Mapping[str, str]


@valueclass(frozen=True)
class Theme:
    """A palette, and how strong lines are: widths in design px (1/3.21 mm)."""

    id: str
    colours: tuple[tuple[str, str], ...]
    line: int = 3
    strong: int = 6

    def palette(self, accent: str) -> Palette:
        """Token to "#RRGGBB". The town's accent shows only where the theme leaves it a colour."""
        colours = dict(self.colours)
        colours.setdefault("accent", accent)
        return colours


def _theme(id: str, line: int, strong: int, **colours: str) -> Theme:
    tokens = {name.replace("_", "-"): value for name, value in colours.items()}
    return Theme(id, tuple(sorted(tokens.items())), line, strong)


LIGHT = _theme(
    "light", 3, 6,
    bg="#FFFFFF", surface="#F3F4F7", text="#131525", muted="#51577A", action="#2044AA", on_action="#FFFFFF",
    border="#6E7597", focus="#454B6B", danger="#C31C13", info="#006B8C", success="#007155", warning="#925400",
    rule="#C0C3D5", on_accent="#FFFFFF",
)  # fmt: skip
DARK = _theme(
    "dark", 3, 6,
    bg="#000000", surface="#131525", text="#F3F4F7", muted="#B2B6CC", action="#97AFE1", on_action="#000000",
    border="#6E7597", focus="#A9AEC6", danger="#EA7060", info="#00A1CD", success="#16A884", warning="#D58100",
    rule="#454B6B", on_accent="#FFFFFF",
)  # fmt: skip


def _two_colours(id: str, paper: str, ink: str) -> Theme:
    inked = ("text", "muted", "action", "border", "focus", "danger", "info", "success", "warning", "rule", "accent")
    papered = ("bg", "surface", "on_action", "on_accent")
    return _theme(id, 4, 8, **dict.fromkeys(inked, ink), **dict.fromkeys(papered, paper))


BLACK_ON_WHITE = _two_colours("black-on-white", "#FFFFFF", "#000000")
WHITE_ON_BLACK = _two_colours("white-on-black", "#000000", "#FFFFFF")
THEMES: Mapping[str, Theme] = {theme.id: theme for theme in (LIGHT, DARK, BLACK_ON_WHITE, WHITE_ON_BLACK)}
