"""Something to read, in as many pages as it takes."""

from screens.blocks import parts_of
from screens.context import Context
from screens.frame import Layout
from screens.parts.part import Part
from screens.parts.text import hint, title
from screens.steps.ways import buttons
from terminal.steps import Read


def read(step: Read, context: Context) -> Layout:
    """Title and blocks; the ways on below, at the largest sizes only the first: the others stand after the last block."""
    look = context.look
    top: list[Part] = [title(look, context.say(step.title))]
    if step.hint:
        top.append(hint(look, context.say(step.hint)))
    blocks, ways = parts_of(context, context.content or ()), buttons(context, step.ways)
    if look.large:
        return Layout(read=top, do=[*blocks, *ways[-2::-1]], gap=20, action=ways[-1:])
    return Layout(read=top, do=blocks, gap=20, action=ways)
