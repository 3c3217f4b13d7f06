"""Choosing one of several, from a list that may be searched."""

from screens.actions import ShowKeyboard
from screens.context import Context
from screens.frame import Layout
from screens.keyboards import rows as key_rows
from screens.parts.button import Button, Style
from screens.parts.field import Field
from screens.parts.keyboard import KeyboardPart
from screens.parts.notice import NoticePart
from screens.parts.part import Part
from screens.parts.text import hint, title
from screens.steps.options import rows
from terminal.steps import Choose, InputKind
from terminal.wording import message


def choose(step: Choose, context: Context) -> Layout:
    """The question, the search field if there is one, and the options by pages."""
    look, handling = context.look, context.handling
    open = handling.keyboard and step.search is not None
    read: list[Part] = [title(look, context.say(step.title))]
    if step.hint and not open:
        read.append(hint(look, context.say(step.hint)))
    do: list[Part] = list(rows(context, context.content or ()))
    field = _search(step, context)
    if field and not do and context.content is not None:
        do = [NoticePart("search-nothing", context.say(message("search-nothing")), look)]
    if field and open and look.large and not look.landscape:
        read = [field]
    elif field:
        read.append(field)
    return Layout(read=read, do=do, foot=[_keyboard(context)] if open else [], action=_close(context) if open else [])


def _search(step: Choose, context: Context) -> Field | None:
    if step.search is None:
        return None
    handling = context.handling
    prompt = context.say(step.search)
    return Field(
        "search",
        prompt,
        context.look,
        handling.typed,
        prompt=prompt,
        active=handling.keyboard,
        icon="search",
        action=ShowKeyboard(True),
    )


def _keyboard(context: Context) -> KeyboardPart:
    look = context.look
    keys = key_rows(InputKind.TEXT, shifted=context.handling.shift)
    outset = 0 if look.landscape else look.margin
    return KeyboardPart(keys, look, context.say, context.handling.shift, outset)


def _close(context: Context) -> list[Part]:
    words = context.say(message("keyboard-close"))
    return [Button("keyboard:close", words, context.look, ShowKeyboard(False), Style.LOW, icon="check")]
