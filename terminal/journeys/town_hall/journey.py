"""Find an office, read about it, take its contact details along."""

from terminal.journeys.office_card import take_along
from terminal.journeys.office_page import OfficePage
from terminal.journeys.snapshot import Snapshot
from terminal.journeys.town_hall.finder import OfficeFinder, contact_of
from terminal.steps import Choose, Journey, Read, Way
from terminal.wording import Words, message


def town_hall(snapshot: Snapshot) -> Journey:
    """With one office only there is nothing to choose."""
    chosen = snapshot.offices[0].id
    if len(snapshot.offices) > 1:
        chosen = yield from Choose(
            key="office",
            title=message("town-hall-choose"),
            options=OfficeFinder(snapshot.offices, snapshot.calendar),
            search=message("town-hall-search"),
            help=message("town-hall-help-choose"),
        )
    office, topic = contact_of(snapshot.offices, chosen)
    yield from Read(
        key="page",
        title=Words.of(office.name),
        hint=Words.of(office.summary),
        blocks=OfficePage(office, topic, snapshot.calendar),
        ways=(Way(value="take-along", label=message("town-hall-take-along"), icon="device-mobile"),),
        help=message("town-hall-help-page"),
    )
    yield from Read(
        key="take-along",
        title=Words.of(office.name),
        blocks=(take_along(office, topic, snapshot.town),),
        ways=(Way(value="more", label=message("done-more")),),
        help=message("town-hall-help-take-along"),
    )
