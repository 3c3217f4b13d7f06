"""Choose whom to talk to, and read how."""

from terminal.journeys.desk_and_115.pages import DeskPage, Helpers, PhonePage
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Choose, Journey, Read, Way
from terminal.wording import message


def desk_and_115(snapshot: Snapshot) -> Journey:
    """The reception of the house, or the public service number."""
    ways = (Way(value="more", label=message("done-more")),)
    number = snapshot.help115.number
    who = yield from Choose(
        key="who",
        title=message("help-desk-choose"),
        options=Helpers(snapshot.help115, snapshot.reception_hours, snapshot.calendar),
        help=message("help-desk-help", number=number),
    )
    if who == Helpers.DESK:
        desk = DeskPage(snapshot.reception, snapshot.reception_hours, snapshot.address, snapshot.calendar)
        yield from Read(key="desk", title=message("help-desk-go"), blocks=desk, ways=ways)
    else:
        phone = PhonePage(snapshot.help115, snapshot.calendar)
        yield from Read(key="phone", title=message("help-desk-call", number=number), blocks=phone, ways=ways)
