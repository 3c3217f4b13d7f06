"""Choosing one of several, from a list that may be searched."""

from screens.actions import Erase, ShowKeyboard
from screens.context import Context
from screens.frame import Layout
from screens.keyboards import search_rows
from screens.look import Look
from screens.parts.button import Button, Style
from screens.parts.field import Field
from screens.parts.keyboard import KeyboardPart
from screens.parts.notice import NoticePart
from screens.parts.part import Part, Row
from screens.parts.text import Unseen, hint, paragraph, title
from screens.steps.options import rows
from terminal.steps import Choose
from terminal.wording import message


def choose(step: Choose, context: Context) -> Layout:
    """The question, the search field if there is one, and the options by pages."""
    look, handling = context.look, context.handling
    open = handling.keyboard and step.search is not None
    tight = open and look.large and not look.landscape
    read: list[Part] = [Unseen(context.say(step.title)) if tight else title(look, context.say(step.title))]
    if step.hint and not open:
        read.append(hint(look, context.say(step.hint)))
    field = _search(step, context)
    if field:
        read.append(field)
    do = _options(context, open)
    if field and not do and context.content is not None:
        do = _nothing(context, open)
    if not open:
        return Layout(read=read, do=do)
    close = _close(context)
    aside, below = (close, []) if look.landscape else ([], close)
    return Layout(read=read, do=do, read_foot=aside, foot=[_keyboard(context)], action=below, steady=True)


def _nothing(context: Context, open: bool) -> list[Part]:
    """Nothing was found: what to do about it. Beside the keyboard only that it is so."""
    look, say = context.look, context.say
    found = message("search-nothing")
    if open:
        words = say(found)
        bare = look.large and look.landscape
        return [paragraph(look, "search-nothing", words) if bare else NoticePart("search-nothing", words, look)]
    words = say(message("sentences", first=found, second=message("search-other")))
    clear = Button("search-clear", say(message("search-clear")), look, Erase(everything=True), Style.LOW, icon="x")
    return [NoticePart("search-nothing", words, look), clear]


def _options(context: Context, open: bool) -> list[Part]:
    """The rows; two side by side where a keyboard leaves little height, and much width."""
    look = context.look
    tiles = rows(context, context.content or (), sublabel_shown=not (open and look.large))
    half = (look.do_width - look.px(16)) // 2
    if open and look.landscape and all(tile.fits(half) for tile in tiles):
        pairs = [tiles[i : i + 2] for i in range(0, len(tiles), 2)]
        return [Row(pair, 2, look.px(16), look.direction == "rtl") for pair in pairs]
    return [*tiles]


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
        hint=context.say(step.hint) if step.hint and handling.keyboard else None,
    )


def _keyboard(context: Context) -> KeyboardPart:
    look = context.look
    keys = search_rows(shifted=context.handling.shift, cyrillic=context.handling.cyrillic)
    outset = 0 if look.landscape else look.margin
    return KeyboardPart(keys, look, context.say, context.handling.shift, outset, low=look.large or _shallow(look))


def _shallow(look: Look) -> bool:
    """A screen across that is lower than that of 27 inches (336 mm) has no room for results above high keys."""
    return look.landscape and look.mm(look.height) < 330


def _close(context: Context) -> list[Part]:
    words = context.say(message("keyboard-close"))
    return [Button("keyboard:close", words, context.look, ShowKeyboard(False), Style.LOW, icon="check")]
