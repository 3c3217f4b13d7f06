"""Nothing fits: people who know."""

from terminal.journeys.snapshot import Snapshot
from terminal.steps import Journey, Notice, Paragraph, Read, Way
from terminal.wording import Words, message


def nothing_fits(snapshot: Snapshot) -> Journey:
    """The public service number, and the reception of this house."""
    yield from Read(
        key="people",
        title=message("service-people-title"),
        blocks=(
            Notice(message("service-ask-115", number=snapshot.help115.number), icon="phone"),
            Paragraph(message("service-ask-reception")),
            Notice(Words.of(snapshot.reception), icon="users"),
        ),
        ways=(Way(value="more", label=message("done-more")),),
        help=message("service-help-people"),
    )
