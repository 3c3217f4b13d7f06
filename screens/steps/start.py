"""The start screen: what one can do here, at a glance. It attracts by being useful, not by moving."""

from dataclasses import replace

from screens.actions import Answer
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.part import Part, Row, Stack
from screens.parts.text import Prose, title
from screens.steps.options import option_tile
from terminal.steps import Option, Start


def start(step: Start, context: Context) -> Layout:
    """Greeting, heroes, tiles, and the other languages."""
    look = context.look
    options: tuple[Option, ...] = context.content or ()
    face = look.sized(84 if look.landscape else 92, bold=True)
    greeting, question = context.say(step.greeting), context.say(step.title)
    read: list[Part]
    if look.large:
        read = [title(look, replace(question, speech=f"{greeting.speech} {question.speech}"), face=face)]
    else:
        greeted = Prose("greeting", greeting, look, look.sized((48, 56)[look.size - 1]), colour="muted")
        read = [greeted, title(look, question, face=face)]
    return Layout(
        read=read,
        read_gap=4,
        lead=0 if look.large else 48,
        do=_tiles(step, context, options),
        gap=16,
        read_foot=_languages(step, context),
    )


def _tiles(step: Start, context: Context, options: tuple[Option, ...]) -> list[Part]:
    look = context.look
    count = len(options)
    heroes: list[Part] = []
    tiles: list[Part] = []
    for i, option in enumerate(options, start=1):
        hero = i <= step.heroes
        tile = option_tile(
            context,
            option,
            (i, count),
            least=look.row + look.px(40) if hero else look.px(140),
            hero=hero,
            chevron=hero and not look.large and not look.landscape,
            sublabel_shown=not look.large,
        )
        (heroes if hero else tiles).append(tile)
    columns = 1 if look.large and not look.landscape else 2
    top = _rows(context, heroes, 2 if look.landscape and not look.large else 1)
    return top + _rows(context, tiles, columns)


def _rows(context: Context, tiles: list[Part], columns: int) -> list[Part]:
    look = context.look
    rtl = look.direction == "rtl"
    return [Row(tiles[i : i + columns], columns, look.px(16), rtl) for i in range(0, len(tiles), columns)]


def _languages(step: Start, context: Context) -> list[Part]:
    look = context.look
    buttons: list[Part] = [
        Button(f"language:{code}", context.say(name), look, Answer(f"language:{code}"), Style.LOW)
        for code, name in step.languages
        if code != context.language
    ]
    if not buttons:
        return []
    columns = 2 if look.landscape or look.large else max(2, min(4, len(buttons)))
    return [Stack(_rows(context, buttons, columns), look.px(16))]
