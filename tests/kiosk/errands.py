"""What citizens come for: a way through every journey, from the start screen as far as simulated devices go."""

from collections.abc import Callable, Mapping

from tests.kiosk.hurried import Hurried
from tests.kiosk.photograph import appointment_code_on

PIN = "123456"
"""Of the virtual card."""

Errand = Callable[[], None]


class Errands:
    """Of one citizen after the other, who each are called `name`, small letters only."""

    def __init__(self, citizen: Hurried) -> None:
        self.name = "erika"
        self._citizen = citizen
        self._walk, self._see = citizen.walk, citizen.see

    @property
    def all(self) -> Mapping[str, tuple[Errand, ...]]:
        """By journey. What is booked is moved in the next visit, and cancelled in the one after that."""
        return {
            "book-appointment": (self._book,),
            "my-appointment": (self._move, self._cancel),
            "find-service": (self._find_service,),
            "my-data": (self._read_card,),
            "pin-service": (self._look_at_card,),
            "town-hall": (self._take_office_along,),
            "help-desk": (self._call,),
            "legal": (self._read_privacy,),
        }

    def _book(self) -> None:
        self._walk("option:book-appointment", "option:personalausweis", "way:on")
        self._choose_time()

    def _move(self) -> None:
        self._citizen.scan(self._code_of_the_slip())
        self._walk("option:change")
        self._choose_time()

    def _cancel(self) -> None:
        self._citizen.scan(self._code_of_the_slip())
        self._walk("option:cancel", "main")
        self._see("more")

    def _choose_time(self) -> None:
        self._walk("earliest")
        self._citizen.write(self.name)
        self._walk("main", "skip", "skip", "main")
        self._see("more")

    def _code_of_the_slip(self) -> str:
        """Of the one that has been printed; it is taken along."""
        (slip,) = (self._citizen.machine.places["run"] / "receipt-printer").glob("slip-*.png")
        code = appointment_code_on(slip)
        slip.unlink()
        return code

    def _find_service(self) -> None:
        self._walk("option:find-service", "search")
        self._citizen.write("hund")
        self._walk("option:dog-tax-registration", "option:topic:documents")

    def _read_card(self) -> None:
        self._lay("citizen")
        self._walk("option:my-data", "way:begin", "option:agree")
        self._citizen.write(PIN)
        self._walk("main")
        self._see("way:more")
        self._lay(None)

    def _look_at_card(self) -> None:
        self._walk("option:pin-service", "option:look")
        self._lay("citizen")
        self._see("more")
        self._lay(None)

    def _lay(self, card: str | None) -> None:
        assert self._citizen.machine.dock(ask="card", card=card)["ok"]

    def _take_office_along(self) -> None:
        self._walk("option:town-hall", "search")
        self._citizen.write("pass")
        self._walk("option:buergerbuero/1", "way:take-along")

    def _call(self) -> None:
        self._walk("option:help-desk", "option:phone")

    def _read_privacy(self) -> None:
        self._walk("bar:legal", "option:privacy", "page:next")
