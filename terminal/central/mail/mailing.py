"""What a kiosk writes: each letter once, and not so many that it would be of use to whoever sends spam.

What was sent is remembered in memory alone, for as long as the visit: nothing of a letter is on any disk. A visit that dies
leaves nobody who would ask for its letter again.
"""

from collections.abc import Callable

from terminal.adapters import Port
from terminal.central.mail.letter import Letter
from terminal.central.mail.port import Mail, NotSent, Outcome, Perhaps, Sent, Why
from terminal.limits import LETTER, Limits

NO_ANSWER = "no-answer"


class Mailing:
    """Sends through `mail` what `limits` allow; `tell` hears why a letter was not sent, or that nobody knows.

    Used by one thread at a time.
    """

    def __init__(self, mail: Mail, limits: Limits, tell: Callable[[str], None]) -> None:
        self._mail = mail
        self._limits = limits
        self._tell = tell
        self._known: dict[str, Sent | Perhaps] = {}

    def known(self, once: str) -> Sent | Perhaps | None:
        """What became of the letter `once`; None when there was none, or it has certainly not been sent."""
        return self._known.get(once)

    def send(self, once: str, letter: Letter) -> Outcome:
        """Send it, unless one of that name has been sent or perhaps has been: then what became of that one."""
        if known := self.known(once):
            return known
        outcome = self._tried(once, letter)
        if isinstance(outcome, NotSent):
            self._known.pop(once, None)
        else:
            self._known[once] = outcome
        if not isinstance(outcome, Sent):
            self._tell(outcome.why.value if isinstance(outcome, NotSent) else NO_ANSWER)
        return outcome

    def _tried(self, once: str, letter: Letter) -> Outcome:
        if not self._limits.allows(LETTER):
            return NotSent(Why.TOO_MANY)
        self._limits.spend(LETTER)
        self._known[once] = Perhaps()  # until there is an answer
        return self._mail.send(letter)


MAILING: Port[Mailing] = Port("mailing")
"""Not there where the town sends no mail."""
