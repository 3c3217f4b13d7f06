"""Scenes that no journey asks for: work going on, the question whether somebody is there, and the end."""

from typing import Any

from screens.actions import EndVisit, StayHere
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.part import Part
from screens.parts.progress import Figure, Sign, Track, TurningMark
from screens.parts.text import Prose, paragraph, title
from screens.tree import Role
from terminal.steps import Kind, Work
from terminal.wording import Words, message

LONGER_S = 8.0


def working(step: Work[Any], context: Context) -> Layout:
    """What is being done. There is no bar that pretends to know how long it takes; from 8 s it says that it takes longer."""
    look = context.look
    do: list[Part] = [TurningMark("mark", look, context.elapsed_s), paragraph(look, "doing", context.say(step.doing))]
    if context.elapsed_s >= LONGER_S:
        longer = message("work-longer-wait" if step.effect.kind is Kind.FINAL else "work-longer")
        do.append(paragraph(look, "longer", context.say(longer), muted=True))
    return Layout(read=[title(look, context.say(step.title))], do=do, gap=24)


def still_there(context: Context, left_s: int, share: float) -> Layout:
    """Covers everything and counts down; the main button has the focus, any key is a yes."""
    look, say = context.look, context.say
    seconds = say(message("still-there-seconds", seconds=left_s))
    big = ((300, 260, 200, 160) if look.landscape else (480, 480, 400, 320))[look.size - 1]
    figure = Figure("countdown", say(Words.same(str(left_s))), look, big, Role.TIMER, centred=True)
    return Layout(
        read=[
            title(look, say(message("still-there-title")), face=look.sized(80, bold=True), align="centre"),
            paragraph(look, "text", say(message("still-there-text")), align="centre"),
        ],
        do=[
            figure,
            Prose("seconds", seconds, look, look.face("label"), align="centre"),
            Track("track", look, share),
        ],
        gap=24,
        middle=True,
        lead=0 if look.large else 32,
        action=[
            Button("stop", say(message("still-there-no")), look, EndVisit()),
            Button("main", say(message("still-there-yes")), look, StayHere(), Style.PRIMARY),
        ],
    )


def card_left(context: Context) -> Layout:
    """Covers everything until the card is taken; there is nothing to press."""
    look, say = context.look, context.say
    sign = Sign("card", look, "id", "text", 200)
    heading = title(look, say(message("card-left-title")), face=look.sized(80, bold=True))
    return Layout(
        read=[sign, heading], do=[Prose("text", say(message("card-left-text")), look, look.face("label"))], gap=24
    )


def closing(context: Context) -> Layout:
    """Nothing of the visit is left on the screen; normally it is covered before it can be read."""
    return Layout(read=[title(context.look, context.say(message("closing-text")))])
