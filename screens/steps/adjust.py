"""Settings of the visit, each in force at once."""

from screens.actions import Answer
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.part import Part, Row, Stack
from screens.parts.text import heading, hint, title
from screens.steps.options import option_tile
from terminal.steps import Adjust, OptionGroup


def adjust(step: Adjust, context: Context) -> Layout:
    """Groups of options side by side, two by two at the largest sizes."""
    look = context.look
    return Layout(
        read=[title(look, context.say(step.title)), hint(look, context.say(step.hint))],
        do=[part for i, group in enumerate(step.groups) for part in _group(context, i, group)],
        gap=16,
        action=[Button("main", context.say(step.done), look, Answer(Adjust.DONE), Style.PRIMARY, icon="check")],
    )


def _group(context: Context, index: int, group: OptionGroup) -> list[Part]:
    look = context.look
    count = len(group.options)
    columns = 2 if look.size >= 2 or look.landscape else min(4, count)
    tiles = [
        option_tile(context, option, (i, count), least=look.low_button + look.px(24), centred=True)
        for i, option in enumerate(group.options, start=1)
    ]
    mirrored = look.direction == "rtl"
    rows: list[Part] = [Row(tiles[i : i + columns], columns, look.px(16), mirrored) for i in range(0, count, columns)]
    return [Stack([heading(look, f"group:{index}", context.say(group.label)), *rows], look.px(16))]
