"""Sending mail as journeys see it, whatever server takes it."""

from enum import Enum
from typing import Protocol

from terminal.central.mail.letter import Letter
from terminal.values import valueclass

DEADLINE_S = 10.0
"""So long a letter may take, all in all, while a citizen waits for it."""


class Why(Enum):
    """Why a letter was not sent; the value is what staff find in the event log."""

    ADDRESS = "address"
    """It is no address that mail servers take."""
    RECIPIENT = "recipient"
    """The server does not take this recipient."""
    SERVER = "server"
    """The server said no to something else."""
    LOGIN = "login"
    """The server does not take user and password, or the password cannot be read."""
    UNTRUSTED = "untrusted"
    """The server's certificate is not to be trusted, or it does not encrypt at all."""
    UNREACHABLE = "unreachable"
    """There was no connection, or it broke."""
    TOO_SLOW = "too-slow"
    """The time was over before the letter was the server's."""
    TOO_MANY = "too-many"
    """This kiosk has written enough letters within the hour."""


@valueclass(frozen=True)
class Sent:
    """The server has taken the letter, which is now its to deliver."""


@valueclass(frozen=True)
class NotSent:
    """The server has certainly not taken it."""

    why: Why


@valueclass(frozen=True)
class Perhaps:
    """The letter was all said, and no answer came: whether the server has taken it cannot be known."""


Outcome = Sent | NotSent | Perhaps


class Mail(Protocol):
    """Takes letters."""

    def send(self, letter: Letter) -> Outcome:
        """Send it now, once, to its reader alone. Blocks for `DEADLINE_S` at most, and raises nothing."""
