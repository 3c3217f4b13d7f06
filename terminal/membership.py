"""What every process of the kiosk does first."""

from terminal.lifeline import call_oneself, tie
from terminal.litter import put_off


def join_kiosk(name: str) -> None:
    """End with the supervisor, be called `name` (at most 15 letters), and do not collect litter before being of use.

    Raises OSError where prctl is refused.
    """
    tie()
    call_oneself(name)
    put_off()
