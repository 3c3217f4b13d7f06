"""What has been achieved."""

from screens.actions import Answer
from screens.blocks import parts_of
from screens.context import Context
from screens.frame import Layout
from screens.parts.beside_code import BesideCode
from screens.parts.button import Button, Style
from screens.parts.code import CodePart
from screens.parts.part import Part, Stack
from screens.parts.progress import Figure, Sign, Signed
from screens.parts.text import Prose, small, title
from terminal.steps import Done, Finish
from terminal.wording import message

_ALONE_PX, _BESIDE_A_CODE_PX = 240, 120
"""The number, in design px."""


def done(step: Done, context: Context) -> Layout:
    """The sentence, the number if there is one, what to remember, codes to take along; then *Done* or *something else*.

    In landscape what to remember stands beside number and code, so that they share a page; in the largest sizes the number and
    the first line do, beside all the others.
    """
    look, say = context.look, context.say
    lines, more_blocks = _lines(step, context), parts_of(context, context.content or ())
    stacked: list[Part] = [Stack(lines)] if lines else []
    more = Button("more", say(message("done-more")), look, Answer(Finish.MORE))
    end = Button("main", say(message("done-end")), look, Answer(Finish.END), Style.PRIMARY)
    if look.large:
        heading = title(look, say(step.title))
        number = Stack(_number(step, context, _BESIDE_A_CODE_PX if look.landscape else _ALONE_PX))
        first = [number, *lines[:1]] if number.parts else lines[:1]
        read, do = ([heading, *first], lines[1:]) if look.landscape else ([heading], [*first, *lines[1:]])
        return Layout(read=read, do=[*do, *_code(step, context), *more_blocks, more], action=[end])
    sign = Sign("sign", look, "circle-check", "success")
    words = title(look, say(step.title))
    top = Signed(sign, words, look)
    if look.landscape:
        return Layout(read=[top, *stacked], do=[*_numbered_code(step, context), *more_blocks], action=[more, end])
    return Layout(
        read=[top],
        do=[*_number(step, context), *stacked, *_code(step, context), *more_blocks],
        action=[more, end],
    )


def _numbered_code(step: Done, context: Context) -> list[Part]:
    """The number beside its code, with what the code is good for."""
    look = context.look
    if step.figure is None or step.qr is None:
        return [*_number(step, context), *_code(step, context)]
    heading = context.say(step.qr.title) if step.qr.title else None
    code = CodePart("code", step.qr.data, heading, context.say(step.qr.caption), look)
    return [BesideCode(Stack(_number(step, context, _BESIDE_A_CODE_PX)), code, look)]


def _number(step: Done, context: Context, px: int = _ALONE_PX) -> list[Part]:
    look, parts = context.look, list[Part]()
    if step.figure_label:
        parts.append(small(look, "figure-label", context.say(step.figure_label)))
    if step.figure:
        parts.append(Figure("figure", context.say(step.figure), look, px))
    return parts


def _lines(step: Done, context: Context) -> list[Part]:
    look, lines = context.look, list[Part]()
    for i, line in enumerate(step.lines):
        face = look.face("label", bold=True) if i == 0 else look.face("body")
        lines.append(Prose(f"line:{i}", context.say(line), look, face, colour="text" if i == 0 else "muted"))
    return lines


def _code(step: Done, context: Context) -> list[Part]:
    if step.qr is None:
        return []
    caption = context.say(step.qr.title) if step.qr.title else None
    return [CodePart("code", step.qr.data, caption, context.say(step.qr.caption), context.look)]
