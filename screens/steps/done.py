"""What has been achieved."""

from screens.actions import Answer
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.code import CodePart
from screens.parts.part import Part, Stack
from screens.parts.progress import Figure, Sign, Signed
from screens.parts.text import Prose, small, title
from terminal.steps import Done, Finish
from terminal.wording import message


def done(step: Done, context: Context) -> Layout:
    """The sentence, the number if there is one, what to remember, a code to take along; then *Done* or *something else*."""
    look, say = context.look, context.say
    do: list[Part] = []
    if step.figure_label:
        do.append(small(look, "figure-label", say(step.figure_label)))
    if step.figure:
        do.append(Figure("figure", say(step.figure), look))
    lines: list[Part] = []
    for i, line in enumerate(step.lines):
        face = look.face("label", bold=True) if i == 0 else look.face("body")
        lines.append(Prose(f"line:{i}", say(line), look, face, colour="text" if i == 0 else "muted"))
    if lines:
        do.append(Stack(lines))
    if step.qr:
        caption = step.qr.title
        do.append(CodePart("code", step.qr.data, say(caption) if caption else None, say(step.qr.caption), look))
    more = Button("more", say(message("done-more")), look, Answer(Finish.MORE))
    end = Button("main", say(message("done-end")), look, Answer(Finish.END), Style.PRIMARY)
    if look.large:
        return Layout(read=[title(look, say(step.title))], do=[*do, more], action=[end])
    sign = Sign("sign", look, "circle-check", "success")
    top: list[Part] = [sign, title(look, say(step.title))]
    return Layout(read=top if look.landscape else [Signed(sign, top[1], look)], do=do, action=[more, end])
