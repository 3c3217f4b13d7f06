"""The mail about an appointment, and then in words what became of it."""

from collections.abc import Generator
from dataclasses import field
from typing import Any, ClassVar

from terminal.central.mail.mailing import MAILING
from terminal.central.mail.port import DEADLINE_S, NotSent, Outcome, Perhaps, Sent, Why
from terminal.journeys.appointments.letter import News, Occasion, letter
from terminal.journeys.appointments.printing import SAYING
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Kind, Ports, Step, Unknown, Work
from terminal.values import valueclass
from terminal.wording import Text, message

_THEIR_ADDRESS = (Why.ADDRESS, Why.RECIPIENT)


@valueclass(frozen=True)
class SendMail:
    """FINAL: write `news` to the address `to`, once."""

    kind: ClassVar[Kind] = Kind.FINAL
    deadline_s: ClassVar[float] = DEADLINE_S + 2
    snapshot: Snapshot
    news: News
    to: str = field(repr=False)

    def run(self, ports: Ports, op: str) -> Outcome:
        """See `Effect`."""
        say = ports.adapters.of(SAYING)()
        written = letter(self.snapshot, self.news, self.to, ports.clock.now(), say)
        return ports.adapters.of(MAILING).send(self.news.once, written)

    def settle(self, ports: Ports, op: str) -> Sent | Perhaps | None:
        """See `Effect`."""
        return ports.adapters.of(MAILING).known(self.news.once)

    def undo(self, ports: Ports, op: str) -> None:
        """Mail is not taken back."""


def mailed(snapshot: Snapshot, news: News, to: str, title: Text) -> Generator[Step[Any], Any, Text]:
    """Write, saying already meanwhile what has been achieved (`title`); answers what became of the mail."""
    outcome = yield from Work(
        key="mail",
        title=title,
        doing=message("mail-sending"),
        effect=SendMail(snapshot, news, to),
        tells=True,
    )
    return _note(outcome) if news.occasion is Occasion.CANCELLED else _confirmation(outcome)


def _confirmation(outcome: Outcome | Unknown) -> Text:
    if isinstance(outcome, Sent):
        return message("mail-sent")
    if isinstance(outcome, NotSent):
        return message("mail-wrong-address") if outcome.why in _THEIR_ADDRESS else message("mail-not-sent")
    return message("mail-perhaps-sent")


def _note(outcome: Outcome | Unknown) -> Text:
    if isinstance(outcome, Sent):
        return message("mail-note-sent")
    return message("mail-note-not-sent") if isinstance(outcome, NotSent) else message("mail-note-perhaps-sent")
