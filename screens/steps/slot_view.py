"""What a board and the citizen's choice come to: which week, which day, which times, what has been lost."""

from datetime import date

from screens.picking import Picking, week_of
from terminal.steps import SlotBoard, SlotDay, SlotTime
from terminal.values import valueclass


@valueclass(frozen=True)
class SlotView:
    """`times` are None while those of `day` are not known yet. `lost`: the chosen time has gone since.

    `untouched`: nothing has been chosen on this screen so far but the day. `days_first`: days and times are on different screens.
    """

    board: SlotBoard
    weeks: tuple[date, ...]
    week: date
    day: date | None
    entry: SlotDay | None
    times: tuple[SlotTime, ...] | None
    chosen: SlotTime | None
    lost: bool
    untouched: bool
    days_first: bool

    def days(self) -> tuple[SlotDay, ...]:
        """The days of the week that is shown."""
        return tuple(day for day in self.board.days if week_of(day.day) == self.week)

    def first_free(self, week: date) -> date | None:
        """The first day of a week with something free."""
        return next((day.day for day in self.board.days if day.free and week_of(day.day) == week), None)


def view_of(board: SlotBoard, picking: Picking, *, days_first: bool) -> SlotView:
    """With `days_first` nothing is looked at before the citizen has chosen a day."""
    day = picking.day
    if day is None and picking.week is None and not days_first:
        day = board.day
    times = board.times if day and day == board.day else None
    chosen = next((time for time in times or () if time.start == picking.start), None)
    first = day or board.day or (board.days[0].day if board.days else date.min)
    return SlotView(
        board=board,
        weeks=tuple(dict.fromkeys(week_of(known.day) for known in board.days)),
        week=picking.week or week_of(first),
        day=day,
        entry=next((known for known in board.days if known.day == day), None),
        times=times,
        chosen=chosen,
        lost=picking.start is not None and times is not None and chosen is None,
        untouched=picking.start is None,
        days_first=days_first,
    )
