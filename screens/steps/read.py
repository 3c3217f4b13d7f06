"""Something to read, in as many pages as it takes."""

from screens.blocks import parts_of
from screens.context import Context
from screens.frame import Layout
from screens.parts.part import Part
from screens.parts.text import hint, title
from screens.steps.ways import buttons
from terminal.steps import Read


def read(step: Read, context: Context) -> Layout:
    """Title and blocks; the ways on below."""
    look = context.look
    top: list[Part] = [title(look, context.say(step.title))]
    if step.hint:
        top.append(hint(look, context.say(step.hint)))
    return Layout(read=top, do=parts_of(context, context.content or ()), gap=20, action=buttons(context, step.ways))
