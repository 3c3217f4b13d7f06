"""The kinds of steps that journeys are made of: frozen data, equal by value."""

from .content import (
    Block,
    Fact,
    Heading,
    Icon,
    Notice,
    NoticeKind,
    Option,
    Paragraph,
    QrCode,
    Schedule,
    ScheduleDay,
)
from .dialogue import Converse, Dialogue, Session
from .frame import Adjust, OptionGroup, OutOfOrder, Start
from .kinds import DIGITS, Ask, Choose, Done, Edit, Failed, Finish, InputKind, Read, Review, ReviewRow, Way
from .live import Live, LiveQuery
from .pick_slot import PickSlot, SlotBoard, SlotDay, SlotTime
from .step import Effect, Journey, Kind, Ports, Reading, Step, Unknown, Work
from .unconfirmed import unconfirmed

__all__ = [
    "DIGITS",
    "Adjust",
    "Ask",
    "Block",
    "Choose",
    "Converse",
    "Dialogue",
    "Done",
    "Edit",
    "Effect",
    "Fact",
    "Failed",
    "Finish",
    "Heading",
    "Icon",
    "InputKind",
    "Journey",
    "Kind",
    "Live",
    "LiveQuery",
    "Notice",
    "NoticeKind",
    "Option",
    "OptionGroup",
    "OutOfOrder",
    "Paragraph",
    "PickSlot",
    "Ports",
    "QrCode",
    "Read",
    "Reading",
    "Review",
    "ReviewRow",
    "Schedule",
    "ScheduleDay",
    "Session",
    "SlotBoard",
    "SlotDay",
    "SlotTime",
    "Start",
    "Step",
    "Unknown",
    "Way",
    "Work",
    "unconfirmed",
]
