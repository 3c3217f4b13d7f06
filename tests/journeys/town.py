"""A small town to walk through, and clocks that stand still."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from terminal.central.offices import Address, Calendar, Help115, Office, OpeningHours
from terminal.journeys.snapshot import LegalTexts, Snapshot
from terminal.steps import Ports

ADDRESS = {"street": "Markt 1-3", "postcode": "04821", "place": "Brandis"}
BUREAU = {
    "id": "buergerbuero",
    "name": {"de": "Bürgerbüro", "en": "Citizens' office"},
    "summary": {"de": "Wohnung, Ausweis", "en": "Address, ID card"},
    "address": ADDRESS,
    "floor": {"de": "Erdgeschoss", "en": "Ground floor"},
    "room": {"de": "Raum 0.02", "en": "Room 0.02"},
    "phone": "030 23125 110",
    "email": "buero@example.org",
    "web": "https://www.example.org/buero/",
    "note": {"de": "Bitte klingeln.", "en": "Please ring."},
    "topics": [
        {"name": {"de": "Wohnung anmelden", "en": "Register your address"}, "search_words": ["Umzug"]},
        {"name": {"de": "Führungszeugnis"}, "room": {"de": "Raum 0.04"}, "phone": "030 23125 114"},
    ],
    "hours": {
        "tue": ["09:00-12:00", "13:00-18:00"],
        "thu": ["09:00-12:00"],
        "extra": [
            {"day": "2026-11-28", "hours": ["09:00-12:30"], "reason": {"de": "Samstagssprechzeit", "en": "Saturday"}}
        ],
    },
}
BUILDING = {"id": "bauamt", "name": {"de": "Bauamt"}, "summary": {"de": "Straßen"}, "address": ADDRESS}
CLOSURES = [{"first": "2026-12-28", "last": "2026-12-30", "reason": {"de": "Jahreswechsel", "en": "New Year break"}}]
STATEMENT = {
    "de": "# Titel\n\nStadt Brandis\nMarkt 1\n\n## Rechte\n- Auskunft\n- Löschung\n",
    "en": "# Title\n\nTown of Brandis\nMarkt 1\n\n## Rights\n- Access\n- Erasure\n",
}

SNAPSHOT = Snapshot(
    town={"de": "Stadt Brandis", "en": "Town of Brandis"},
    address=Address.model_validate(ADDRESS),
    reception={"de": "Der Empfang ist links.", "en": "The reception desk is on the left."},
    offices=(Office.model_validate(BUREAU), Office.model_validate(BUILDING)),
    calendar=Calendar.model_validate({"closures": CLOSURES}),
    help115=Help115(),
    legal=LegalTexts(privacy=STATEMENT, imprint=STATEMENT, accessibility={"de": STATEMENT["de"]}),
)
STAFFED = replace(
    SNAPSHOT, reception_hours=OpeningHours.model_validate({"mon": ["09:00-12:00"], "tue": ["00:00-24:00"]})
)
ONE_OFFICE = replace(SNAPSHOT, offices=SNAPSHOT.offices[:1])

OPEN_TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LUNCH_TUESDAY = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)
EVENING_MONDAY = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PRAYER_DAY = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 9, 0, tzinfo=UTC)
MOMENTS = (OPEN_TUESDAY, LUNCH_TUESDAY, EVENING_MONDAY, FRIDAY, PRAYER_DAY, CHRISTMAS)


@dataclass(frozen=True)
class StoppedClock:
    """A clock that shows one moment."""

    moment: datetime

    def now(self) -> datetime:
        """See `terminal.moments.Clock`."""
        return self.moment


def at(moment: datetime) -> Ports:
    """The world at `moment`."""
    return Ports(StoppedClock(moment))
