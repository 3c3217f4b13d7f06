"""Events that visit processes report: only those that are theirs to report, and only well-formed ones."""

from terminal.events import Event, EventId, event
from terminal.messages import Happened

FROM_VISITS = frozenset(
    {
        EventId.VISIT_BEGAN,
        EventId.VISIT_ENDED,
        EventId.VISIT_EXTENDED,
        EventId.CARD_LEFT,
        EventId.JOURNEY_BEGAN,
        EventId.JOURNEY_ENDED,
        EventId.WORK_TROUBLE,
        EventId.MAIL_NOT_SENT,
        EventId.CARD_TROUBLE,
        EventId.UNDO_FAILED,
    }
)


def believed(report: Happened) -> Event | None:
    """The event that `report` tells of; None when it is unknown, not a visit's, or has other fields than declared."""
    try:
        id = EventId(report.event)
        return event(id, **report.fields) if id in FROM_VISITS else None
    except (ValueError, TypeError):
        return None
