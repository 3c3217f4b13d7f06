"""The terminal cannot serve: where to go instead. Nothing here can be pressed."""

from screens.context import Context
from screens.frame import Layout
from screens.parts.notice import NoticePart
from screens.parts.part import Part
from screens.parts.progress import Sign
from screens.parts.text import paragraph, small, title
from terminal.steps import OutOfOrder


def out_of_order(step: OutOfOrder, context: Context) -> Layout:
    """Sign, sentence, ways; the same in other languages; the code for staff."""
    look, say = context.look, context.say
    do: list[Part] = [
        NoticePart(f"notice:{i}", say(notice.text), look, notice.kind, notice.icon)
        for i, notice in enumerate(step.notices)
    ]
    do += [paragraph(look, f"other:{i}", say(text), muted=True) for i, text in enumerate(step.other_language)]
    do.append(small(look, "code", say(step.code)))
    face = look.sized(72 if look.landscape else 88, bold=True)
    read: list[Part] = [Sign("sign", look, "tool", "muted", 128), title(look, say(step.title), face=face)]
    return Layout(read=read, do=do, gap=32, lead=0 if look.landscape else 200)
