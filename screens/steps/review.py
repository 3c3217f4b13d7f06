"""Everything once more, before anything happens."""

from screens.actions import Answer
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.facts import FactPart
from screens.parts.notice import NoticePart
from screens.parts.part import Part
from screens.parts.review_row import ReviewRowPart
from screens.parts.text import hint, title
from screens.typography import width
from terminal.steps import Edit, Review
from terminal.wording import message


def review(step: Review, context: Context) -> Layout:
    """Rows with *Change*, and the button that commits."""
    look = context.look
    note: list[Part] = [NoticePart("note", context.say(step.note), look)] if step.note else []
    rows: list[Part] = [_row(step, context, i) for i in range(len(step.rows))]
    commit = Button("main", context.say(step.commit), look, Answer(True), Style.PRIMARY, icon="check")
    return Layout(
        read=[title(look, context.say(step.title)), hint(look, context.say(step.hint))],
        read_foot=note if look.landscape else [],
        do=rows if look.landscape else rows + note,
        gap=0,
        action=[commit],
    )


def _row(step: Review, context: Context, index: int) -> ReviewRowPart:
    look, row = context.look, step.rows[index]
    fact = FactPart(f"row:{index}", context.say(row.label), context.say(row.value), look)
    words = context.say(message("change"))
    change = None
    if row.edit:
        change = Button(f"change:{row.edit}", words, look, Answer(Edit(row.edit)), Style.LOW)
    wide = width(words.text, look.face("small", bold=True)) + 2 * look.px(32)
    return ReviewRowPart(f"row:{index}", fact, change, wide, look)
