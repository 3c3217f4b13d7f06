"""Where one can go on from here: the main button at the lowest place, second choices above it."""

from collections.abc import Sequence

from screens.actions import Answer, GoBack
from screens.context import Context
from screens.parts.button import Button, Style
from screens.parts.part import Part
from terminal.steps import Way


def buttons(context: Context, ways: Sequence[Way]) -> list[Part]:
    """The first way is the main action, and stands last."""
    ordered: list[Part] = [
        Button(
            f"way:{way.value}",
            context.say(way.label),
            context.look,
            GoBack() if way.back else Answer(way.value),
            Style.PRIMARY if i == 0 else Style.SECONDARY,
            icon=way.icon,
        )
        for i, way in enumerate(ways)
    ]
    return ordered[::-1]
