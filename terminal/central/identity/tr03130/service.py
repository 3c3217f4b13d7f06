"""The adapter: one HTTPS connection to the configured service, with our certificate, and signed messages both ways."""

import time
from collections import Counter
from collections.abc import Callable, Collection
from datetime import datetime
from urllib.parse import urlsplit

from cryptography import x509
from lxml import etree

from terminal.attributes import Attribute, PersonalData
from terminal.central.identity.port import NotIdentified, Opened, Why
from terminal.central.identity.tr03130.envelope import Identity, NotAuthenticError, signed, verified
from terminal.central.identity.tr03130.messages import (
    Failed,
    NotUnderstoodError,
    get_result,
    get_server_info,
    permitted,
    result,
    use_id,
    used_id,
)
from terminal.http import Connection, NoAnswerError
from terminal.values import valueclass

DEADLINE_S = 10.0
POLL_S = 0.5
LONGEST_S = 20.0
"""So long a result is asked for that is not there yet, after AusweisApp has said that all is well."""

LIMIT_BYTES = 512 * 1024
_DENIED = frozenset({"cancellationByUser", "rejectedByUser"})
_NOT_YET = frozenset({"noResultYet"})
_NOT_PERMITTED = frozenset({"missingTerminalRights", "missingArgument", "invalidTerminalCertificate"})


@valueclass(frozen=True)
class Service:
    """`tc_token` is where AusweisApp begins, with "{session}" in it; "": the address that the service tells."""

    address: str
    certificate: x509.Certificate
    tc_token: str = ""


class Tr03130:
    """An `EidService`. `now` is the wall clock in UTC; `sleep` waits between two questions."""

    def __init__(
        self,
        service: Service,
        ours: Identity,
        connection: Connection,
        now: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._service = service
        self._ours = ours
        self._connection = connection
        self._now = now
        self._sleep = sleep
        self._seen: set[bytes] = set()
        self._asked_for: Counter[str] = Counter()

    def open(self, required: Collection[Attribute], optional: Collection[Attribute]) -> Opened | NotIdentified:
        """See `EidService`."""
        answer = self._asked("useID", use_id(required, optional))
        if isinstance(answer, NotIdentified):
            return answer
        try:
            used = used_id(answer)
        except NotUnderstoodError:
            return NotIdentified(Why.NOT_AUTHENTIC)
        if isinstance(used, Failed):
            return NotIdentified(_why(used))
        template = self._service.tc_token
        url = template.replace("{session}", used.session) if template else used.server_address
        return Opened(used.session, url) if self._is_ours(url) else NotIdentified(Why.NOT_AUTHENTIC)

    def result(self, opened: Opened) -> PersonalData | NotIdentified:
        """See `EidService`."""
        ends_s = time.monotonic() + LONGEST_S
        while True:
            self._asked_for[opened.id] += 1
            answer = self._asked("getResult", get_result(opened.id, self._asked_for[opened.id]))
            if isinstance(answer, NotIdentified):
                return answer
            try:
                said = result(answer)
            except NotUnderstoodError:
                return NotIdentified(Why.NOT_AUTHENTIC)
            if isinstance(said, PersonalData):
                return said
            if said.minor not in _NOT_YET:
                return NotIdentified(_why(said))
            if time.monotonic() + POLL_S > ends_s:
                return NotIdentified(Why.NOT_YET)
            self._sleep(POLL_S)

    def permitted(self) -> frozenset[Attribute] | NotIdentified:
        """What the town's certificate allows to read, for staff."""
        answer = self._asked("getServerInfo", get_server_info())
        if isinstance(answer, NotIdentified):
            return answer
        try:
            return permitted(answer)
        except NotUnderstoodError:
            return NotIdentified(Why.NOT_AUTHENTIC)

    def _is_ours(self, url: str) -> bool:
        """Only https, and only the host that the town has configured: no answer can send a card elsewhere."""
        try:
            parts = urlsplit(url)
            _ = parts.port  # raises ValueError for what is no number
            wanted = urlsplit(self._service.tc_token or self._service.address).hostname
            return parts.scheme == "https" and parts.hostname == wanted and not parts.username
        except ValueError:
            return False

    def _asked(self, operation: str, body: etree._Element) -> etree._Element | NotIdentified:
        headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"http://bsi.bund.de/eID/{operation}"'}
        try:
            answer = self._connection.ask(
                "POST",
                self._service.address,
                body=signed(body, self._ours, self._now()),
                headers=headers,
                deadline_s=DEADLINE_S,
                limit_bytes=LIMIT_BYTES,
            )
        except NoAnswerError:
            return NotIdentified(Why.DOWN)
        if answer.status != 200:
            return NotIdentified(Why.DOWN)
        try:
            return self._fresh(answer.body)
        except NotAuthenticError:
            return NotIdentified(Why.NOT_AUTHENTIC)

    def _fresh(self, message: bytes) -> etree._Element:
        """Every answer counts once: one of another session, sent again, is refused even while its timestamp holds."""
        found = verified(message, self._service.certificate, self._now())
        if found.digest in self._seen:
            raise NotAuthenticError("it was sent before")
        self._seen.add(found.digest)
        return found.element


def _why(failed: Failed) -> Why:
    if failed.minor in _DENIED:
        return Why.DENIED
    return Why.NOT_PERMITTED if failed.minor in _NOT_PERMITTED else Why.DOWN
