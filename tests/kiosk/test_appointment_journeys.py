"""An appointment from the first touch to its end: booked, moved with the code of its slip, moved again, cancelled."""

from pathlib import Path

from tests.kiosk.conftest import Build
from tests.kiosk.machine import Machine
from tests.kiosk.patience import until
from tests.kiosk.photograph import appointment_code_on
from tests.kiosk.screen import Screen
from tests.kiosk.test_journeys import EVERY_WAY, Arrive, arrive, kiosks
from tests.kiosk.visitor import Visitor, walk

__all__ = ["Build", "arrive", "kiosks"]

BOOKED = {"de": "Ihr Termin ist gebucht.", "en": "Your appointment is booked."}
MOVED = {"de": "Ihr Termin ist verschoben.", "en": "Your appointment is moved."}
CANCELLED = {"de": "Ihr Termin ist abgesagt.", "en": "Your appointment is cancelled."}
PRINTED = {
    "de": "Ihr Beleg ist gedruckt. Bitte nehmen Sie ihn mit.",
    "en": "Your slip is printed. Please take it with you.",
}


def slips(kiosk: Machine) -> set[Path]:
    """What has been printed so far."""
    return set((kiosk.places["run"] / "receipt-printer").glob("slip-*.png"))


def to_the_result(visitor: Visitor) -> Screen:
    """From the free times to what has been achieved."""
    walk(visitor, "earliest")
    visitor.machine.expect(lambda screen: screen.find("field"))
    visitor.write("eri")
    walk(visitor, "main", "skip", "skip")
    visitor.press("main")
    return visitor.machine.expect(lambda screen: screen.find("more"))


def code_of_the_slip(kiosk: Machine, before: set[Path]) -> str:
    """What a scanner reads off the slip that has come out since `before`."""
    (slip,) = until(lambda: slips(kiosk) - before or None, lambda: "a slip", pid=kiosk.pid)
    return appointment_code_on(slip)


def present(visitor: Visitor, code: str, language: str) -> Screen:
    """End the visit, and come back with the slip; what is shown for it."""
    kiosk = visitor.machine
    visitor.press("main")
    kiosk.start_screen()
    if language != "de":
        walk(visitor, f"language:{language}")
    kiosk.person.scan(code)
    told = ("option:check-in", "way:")
    return kiosk.expect(lambda now: any(node.id.startswith(told) for node in now.nodes))


@EVERY_WAY
def test_booked_moved_and_cancelled(arrive: Arrive, arrangement: str, by: str, language: str) -> None:
    visitor = arrive(arrangement, by, language)
    kiosk, before = visitor.machine, slips(visitor.machine)
    walk(visitor, "option:book-appointment", "option:personalausweis", "way:on")
    kiosk.expect(lambda screen: screen.find("earliest"))
    done = to_the_result(visitor)
    assert (done.title, PRINTED[language] in done.text) == (BOOKED[language], True)
    code, before = code_of_the_slip(kiosk, before), slips(kiosk)
    assert present(visitor, code, language).find("option:change")
    walk(visitor, "option:change")
    kiosk.expect(lambda screen: screen.find("earliest"))
    moved = to_the_result(visitor)
    assert moved.title == MOVED[language]
    new = code_of_the_slip(kiosk, before)
    assert present(visitor, new, language).find("option:cancel")
    walk(visitor, "option:cancel")
    visitor.press("main")
    assert kiosk.expect(lambda screen: screen.find("more")).title == CANCELLED[language]
    assert not present(visitor, code, language).find("option:check-in"), "the first slip is void"
    visitor.press("bar:end")
