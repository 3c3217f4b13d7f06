"""AusweisApp's workflow RUN_AUTH: an eID service reads the card, after the citizen has seen who wants to know what and has agreed."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from hardware.ausweisapp.card_workflow import CardWorkflow
from hardware.ausweisapp.messages import AccessRights, Certificate, Message, attribute_names
from hardware.ausweisapp.moves import Moves, Send
from terminal.attributes import Attribute
from terminal.eid import Busy, Consent, EidEnd, Entry, PinBlocked, Read


class AuthWorkflow(CardWorkflow):
    """One run at `tc_token_url`. `more` is added to the command by tests; the kiosk never adds anything."""

    def __init__(
        self, tc_token_url: str, *, on_screen: bool, more: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        super().__init__(on_screen=on_screen)
        self._url = tc_token_url
        self._more = more
        self._wanted: AccessRights | None = None
        self._consented = False

    def hear(self, message: Message) -> Moves:
        """See `CardWorkflow`."""
        if self._consented or self.stopping:
            return super().hear(message)
        if isinstance(message, AccessRights):
            self._wanted = message
            return (Send({"cmd": "GET_CERTIFICATE"}),)
        if isinstance(message, Certificate) and self._wanted:
            return self._ask(message, self._wanted)
        return super().hear(message)

    def consent(self, chosen: Collection[Attribute]) -> Moves:
        """The citizen agrees; of what is optional to `chosen` alone."""
        wanted = self._wanted
        if wanted is None or not self.deciding:
            return ()
        self._consented = True
        self._asked = True  # what ends from now on is not begun again: the citizen would have to agree anew
        chat = attribute_names([one for one in wanted.optional if one in chosen])
        self._work()
        return (Send({"cmd": "SET_ACCESS_RIGHTS", "chat": chat}), Send({"cmd": "ACCEPT"}), *self._tell(Busy()))

    def _ask(self, certificate: Certificate, wanted: AccessRights) -> Moves:
        self._wait_for_citizen()
        by = certificate
        return self._tell(Consent(by.who, by.address, by.purpose, wanted.required, wanted.optional, wanted.unnamed))

    def _run(self) -> Mapping[str, object]:
        return {"cmd": "RUN_AUTH", "tcTokenURL": self._url, **self._more}

    def _looked(self, entry: Entry, tries: int) -> EidEnd | None:
        return PinBlocked() if entry is Entry.PUK else None

    def _won(self, success: bool) -> EidEnd | None:
        # A run in which nobody has agreed has read nothing, whatever it says.
        return Read() if success and self._consented else None
