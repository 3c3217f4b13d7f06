"""The free times of one day, before and after noon."""

from collections.abc import Sequence
from dataclasses import replace

from screens.actions import Pick
from screens.context import Context
from screens.parts.part import Part, Row, Stack
from screens.parts.text import heading
from screens.parts.time_cell import TimeCell, columns
from screens.steps.slot_view import SlotView
from terminal.steps import SlotTime
from terminal.wording import Message, message

_NOON_H = 12


def times_by_half(context: Context, view: SlotView) -> list[Part]:
    """A heading and rows of times for each half of the day that has some; a heading never stands without its first row."""
    times = view.times or ()
    halves = (
        ("morning", message("slot-morning"), [time for time in times if time.at.hour < _NOON_H]),
        ("afternoon", message("slot-afternoon"), [time for time in times if time.at.hour >= _NOON_H]),
    )
    parts: list[Part] = []
    for id, name, its in halves:
        if its:
            parts += _half(context, view, id, _named(context, view, name, first=not parts), its)
    return parts


def _named(context: Context, view: SlotView, name: Message, *, first: bool) -> Message:
    """Across there is no room for the day's name above: the first heading holds it."""
    if first and view.day and context.look.landscape and not view.days_first:
        return message("slot-day-part", day=view.day, part=name)
    return name


def _half(context: Context, view: SlotView, id: str, name: Message, times: Sequence[SlotTime]) -> list[Part]:
    look = context.look
    gap = look.px(16)
    count = columns(look, look.do_width, gap)
    cells = [_cell(context, view, time) for time in times]
    rows: list[Part] = [
        Row(cells[i : i + count], count, gap, look.direction == "rtl") for i in range(0, len(cells), count)
    ]
    return [Stack([heading(look, id, context.say(name)), rows[0]], look.px(12)), *rows[1:]]


def _cell(context: Context, view: SlotView, time: SlotTime) -> TimeCell:
    every = view.times or ()
    return TimeCell(
        f"time:{time.at:%H:%M}",
        context.say(message("slot-time", time=time.at)),
        context.look,
        Pick(replace(context.handling.picking, day=view.day, start=time.start)),
        selected=view.chosen == time,
        position=(every.index(time) + 1, len(every)),
    )
