"""Choosing a free time, from quick to exact: the earliest one, a week, a day of it, its times.

At the largest sizes, and on small panels, days and times do not fit below each other: first the days, then the times of one.
"""

from dataclasses import replace

from screens.actions import Answer, Pick
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.notice import NoticePart
from screens.parts.part import Part, Space
from screens.parts.suggestion import Suggestion
from screens.parts.text import Prose, hint, paragraph, title
from screens.picking import Picking
from screens.steps.slot_days import day_rows, week_row, week_turner
from screens.steps.slot_times import times_by_half
from screens.steps.slot_view import SlotView, view_of
from screens.tree import Role
from terminal.steps import NoticeKind, PickSlot, SlotBoard
from terminal.wording import Text, message


def pick_slot(step: PickSlot, context: Context) -> Layout:
    """The same parts in every look; what differs is which of them stand on one screen."""
    board: SlotBoard = context.content if context.content is not None else step.opening
    apart = view_of(board, context.handling.picking, days_first=True)
    smaller = _times_alone(step, context, apart) if apart.day else _days_alone(step, context, apart)
    if context.look.large:
        return smaller
    whole = _whole(step, context, view_of(board, context.handling.picking, days_first=False))
    return replace(whole, tighter=smaller)


def _whole(step: PickSlot, context: Context, view: SlotView) -> Layout:
    look = context.look
    note = _note(step, context, view)
    tight = bool(note) and look.size > 1
    earliest = [] if tight and not look.landscape else _earliest(context, view)
    days: list[Part] = [week_turner(context, view), week_row(context, view)]
    heading = [] if look.landscape else _day_heading(context, view)
    return Layout(
        read=_read(step, context, hinted=not (tight or (look.landscape and note))),
        read_foot=[*note, *earliest] if look.landscape else [],
        top=days if look.landscape else [*_apart(context, earliest), *_apart(context, days), *note, *heading],
        do=_times(context, view),
        action=[_main(context, view)],
        turn=(message("page-previous"), message("slot-more-times")),
    )


def _apart(context: Context, group: list[Part]) -> list[Part]:
    """More room between groups than within them, where there is some."""
    return [*group, Space(context.look.px(8))] if group and context.look.size == 1 else group


def _days_alone(step: PickSlot, context: Context, view: SlotView) -> Layout:
    look = context.look
    earliest, turner = _earliest(context, view), week_turner(context, view)
    days = [week_row(context, view)] if look.landscape else day_rows(context, view)
    return Layout(
        read=_read(step, context, hinted=look.landscape),
        read_foot=earliest if look.landscape else [],
        do=[*([] if look.landscape else earliest), turner, *days],
    )


def _times_alone(step: PickSlot, context: Context, view: SlotView) -> Layout:
    other = context.say(message("slot-other-day"))
    back = Button("other-day", other, context.look, Pick(Picking(week=view.week)), Style.LOW, icon="chevron-left")
    top, day, landscape = _read(step, context, hinted=False), _day_heading(context, view), context.look.landscape
    return Layout(
        read=[*top, *day] if landscape else top,
        read_foot=[back] if landscape else [],
        top=[] if landscape else [back, *day],
        do=[*_note(step, context, view), *_times(context, view)],
        action=[_main(context, view)],
        turn=(message("page-previous"), message("slot-more-times")),
    )


def _read(step: PickSlot, context: Context, *, hinted: bool) -> list[Part]:
    top: list[Part] = [title(context.look, context.say(step.title))]
    if step.hint and hinted:
        top.append(hint(context.look, context.say(step.hint)))
    return top


def _earliest(context: Context, view: SlotView) -> list[Part]:
    look, earliest = context.look, view.board.earliest
    if earliest is None:
        return []
    short = look.landscape or look.size > 1
    words = message("slot-time-of-day-short" if short else "slot-time-of-day", day=earliest.day, time=earliest.at)
    label = context.say(message("slot-earliest"))
    return [Suggestion("earliest", label, context.say(words), "clock-bolt", look, Answer(earliest.start))]


def _note(step: PickSlot, context: Context, view: SlotView) -> list[Part]:
    note = message("slot-lost") if view.lost else step.note if view.untouched else None
    return [NoticePart("note", context.say(note), context.look, NoticeKind.WARNING)] if note else []


def _day_heading(context: Context, view: SlotView) -> list[Part]:
    look = context.look
    if view.day is None:
        return []
    words = context.say(message("slot-day", day=view.day))
    return [Prose("day", words, look, look.face("label", bold=True), Role.HEADING)]


def _times(context: Context, view: SlotView) -> list[Part]:
    look = context.look
    explained = _explained(view)
    if explained:
        return [NoticePart("explained", context.say(explained), look)]
    if view.times is None:
        return [paragraph(look, "looking", context.say(message("slot-looking")), muted=True)]
    return times_by_half(context, view)


def _explained(view: SlotView) -> Text | None:
    """Why there are no times to show."""
    if view.day is None:
        return message("slot-full-week")
    if view.entry and view.entry.closed and not view.entry.free:
        return message("slot-closed-day", day=view.day, reason=view.entry.closed)
    nothing = view.times is not None and not view.times
    return message("slot-full-day", day=view.day) if nothing or (view.entry and not view.entry.free) else None


def _main(context: Context, view: SlotView) -> Button:
    look, chosen = context.look, view.chosen
    if chosen is None:
        missing = context.say(message("slot-time-missing"))
        words, nothing = context.say(message("next")), Pick(context.handling.picking)
        return Button("main", words, look, nothing, Style.PRIMARY, icon_after="arrow-right", disabled=missing)
    words = context.say(message("slot-next", time=chosen.at))
    return Button("main", words, look, Answer(chosen.start), Style.PRIMARY, icon_after="arrow-right")
