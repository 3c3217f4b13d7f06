"""What the citizen wants of the card, the conversation with it, and what came of that."""

from terminal.card_talk import CardTalk, Forgotten
from terminal.eid import Purpose
from terminal.journeys.card_pages import STARTING, PinPages
from terminal.journeys.pin_service.outcome import outcome
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Choose, Converse, Journey, Option
from terminal.wording import message

_FORGOTTEN = "forgotten"


def pin_service(snapshot: Snapshot) -> Journey:
    """Whoever does not know the PIN is not sent to the card: nothing at the kiosk can help."""
    what = yield from Choose(
        key="what",
        title=message("pin-what"),
        options=(
            _option(Purpose.FIRST_PIN.value, "mail"),
            _option(Purpose.CHANGE_PIN.value, "lock"),
            _option(Purpose.UNBLOCK.value, "shield-lock"),
            _option(Purpose.LOOK.value, "search"),
            _option(_FORGOTTEN, "help"),
        ),
        help=message("pin-help-what"),
    )
    if what == _FORGOTTEN:
        yield from outcome(snapshot, Purpose.LOOK, Forgotten(), 1)
        return
    purpose, number, again = Purpose(what), 1, True
    while again:
        talk = CardTalk(purpose, PinPages(), snapshot.pin_keys_shuffled)
        end = yield from Converse(key=f"card:{number}", dialogue=talk, opening=STARTING)
        again = yield from outcome(snapshot, purpose, end, number)
        number = number + 1


def _option(value: str, icon: str) -> Option:
    return Option(
        value=value, label=message(f"pin-option-{value}"), sublabel=message(f"pin-option-{value}-sub"), icon=icon
    )
