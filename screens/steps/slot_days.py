"""Weeks and their days: a row of five (more only where the office opens on a weekend), rows at the largest sizes."""

from datetime import date, timedelta

from screens.actions import Action, Pick
from screens.context import Context
from screens.parts.day_cell import DayCell
from screens.parts.pager import Pager
from screens.parts.part import Part, Row, Space
from screens.parts.tile import Tile
from screens.picking import Picking
from screens.steps.slot_view import SlotView
from terminal.steps import SlotDay
from terminal.wording import Message, message

_WORKDAYS = 5


def week_turner(context: Context, view: SlotView) -> Part:
    """Earlier, the week, later. Another week opens at its first day with something free."""
    say, days = context.say, view.days()
    first = days[0].day if days else view.week
    last = days[-1].day if days else view.week + timedelta(days=_WORKDAYS - 1)
    page = view.weeks.index(view.week) if view.week in view.weeks else 0
    earlier, later = say(message("slot-earlier")), say(message("slot-later"))
    where = say(message("slot-week", first=first, last=last))

    def turn(to: int) -> Action:
        week = view.weeks[min(max(to, 0), len(view.weeks) - 1)] if view.weeks else view.week
        return Pick(Picking(week=week, day=None if view.days_first else view.first_free(week)))

    return Pager(earlier, later, where, page, max(1, len(view.weeks)), context.look, "week", turn)


def week_row(context: Context, view: SlotView) -> Part:
    """A cell for each day, every weekday always at its place."""
    look, days = context.look, view.days()
    by_column = {day.day.weekday(): day for day in days}
    columns = max(_WORKDAYS, *(column + 1 for column in by_column)) if by_column else _WORKDAYS
    cells: list[Part] = [
        _cell(context, view, by_column[column], (days.index(by_column[column]) + 1, len(days)))
        if column in by_column
        else Space(0)
        for column in range(columns)
    ]
    return Row(cells, columns, look.px(16), look.direction == "rtl")


def day_rows(context: Context, view: SlotView) -> list[Part]:
    """The days below each other."""
    days = view.days()
    return [_row(context, view, day, (i, len(days))) for i, day in enumerate(days, start=1)]


def _cell(context: Context, view: SlotView, day: SlotDay, position: tuple[int, int]) -> DayCell:
    say = context.say
    return DayCell(
        _id(day.day),
        say(message("slot-weekday", day=day.day)),
        say(message("slot-day-number", day=day.day)),
        say(_state(day)),
        context.look,
        _look_at(view, day),
        selected=day.day == view.day,
        unavailable=not day.free,
        position=position,
    )


def _row(context: Context, view: SlotView, day: SlotDay, position: tuple[int, int]) -> Tile:
    look = context.look
    return Tile(
        _id(day.day),
        context.say(message("slot-day", day=day.day)),
        look,
        _look_at(view, day),
        look.row,
        sublabel=context.say(_state(day)),
        chevron=True,
        selected=day.day == view.day,
        unavailable=not day.free,
        position=position,
    )


def _id(day: date) -> str:
    return f"day:{day.isoformat()}"


def _look_at(view: SlotView, day: SlotDay) -> Pick:
    return Pick(Picking(week=view.week, day=day.day))


def _state(day: SlotDay) -> Message:
    if day.free:
        return message("slot-free", count=day.free)
    return message("slot-closed") if day.closed else message("slot-full")
