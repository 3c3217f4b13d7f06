"""What a journey shows when it could not be found out whether something happened: never success, never failure."""

from terminal.wording import message

from .kinds import Failed, Way
from .step import Unknown


def unconfirmed(unknown: Unknown, *, key: str = "unconfirmed") -> Failed:
    """The honest screen: what is not known, where to ask, and the code that staff need. Answers "more"."""
    return Failed(
        key=key,
        title=message("unknown-title"),
        meaning=message("unknown-text"),
        comfort=message("unknown-code", code=unknown.code),
        icon="help",
        ways=(Way(value="more", label=message("done-more")),),
    )
