"""Options as tiles, numbered among each other."""

from collections.abc import Sequence

from screens.actions import Answer
from screens.context import Context
from screens.parts.tile import Tile
from terminal.steps import Option


def option_tile(
    context: Context,
    option: Option,
    position: tuple[int, int],
    *,
    least: int,
    hero: bool = False,
    chevron: bool = False,
    centred: bool = False,
    sublabel_shown: bool = True,
) -> Tile:
    """The tile of one option; what is unavailable shows the reason instead of its sublabel."""
    below = option.unavailable or option.sublabel
    return Tile(
        f"option:{option.value}",
        context.say(option.label),
        context.look,
        Answer(option.value),
        least,
        sublabel=context.say(below) if below else None,
        icon=option.icon,
        hero=hero,
        chevron=chevron,
        selected=option.selected,
        unavailable=option.unavailable is not None,
        centred=centred,
        sublabel_shown=sublabel_shown,
        position=position,
    )


def rows(context: Context, options: Sequence[Option], *, sublabel_shown: bool = True) -> list[Tile]:
    """Options as rows of a list."""
    least = context.look.row
    return [
        option_tile(
            context,
            option,
            (i, len(options)),
            least=least,
            chevron=not option.selected,
            sublabel_shown=sublabel_shown or option.unavailable is not None,
        )
        for i, option in enumerate(options, start=1)
    ]
