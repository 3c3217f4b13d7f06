"""Something to read, in as many pages as it takes."""

from screens.blocks import parts_of
from screens.context import Context
from screens.frame import Layout
from screens.parts.part import Part
from screens.parts.text import hint, paragraph, title
from screens.steps.ways import buttons
from terminal.steps import Paragraph, Read
from terminal.wording import Words, message


def read(step: Read, context: Context) -> Layout:
    """Title and blocks; the ways on below, at the largest sizes only the first: the others stand after the last block."""
    look = context.look
    top: list[Part] = [title(look, context.say(step.title))]
    if step.hint:
        top.append(hint(look, context.say(step.hint)))
    blocks = [*parts_of(context, context.content or ()), *_foreign(step, context)]
    ways = buttons(context, step.ways)
    if look.large:
        return Layout(read=top, do=[*blocks, *ways[-2::-1]], gap=20, action=ways[-1:])
    return Layout(read=top, do=blocks, gap=20, action=ways)


def _foreign(step: Read, context: Context) -> list[Part]:
    """In which language the words are, where it is not that of the screen: nobody shall wonder."""
    texts = [
        block.text for block in context.content or () if isinstance(block, Paragraph) and isinstance(block.text, Words)
    ]
    languages = {context.say(text).language for text in (step.title, *texts)} - {"", context.language}
    if not texts or not languages:
        return []
    language = sorted(languages)[0]
    words = message("words-in-german") if language == "de" else message("words-in-other-language", language=language)
    return [paragraph(context.look, "language", context.say(words), muted=True)]
