"""The front of an eID service on loopback: TLS with a client's certificate, and signed messages both ways."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from secrets import token_hex

from tests.identity.front import (
    EID,
    Recorded,
    Signer,
    failure,
    get_result_response,
    message,
    opened,
    result_of,
    signer,
    use_id_response,
)
from tests.loopback import Quiet, serving

PERSON = """
<e:GivenNames>ERIKA</e:GivenNames><e:FamilyNames>MUSTERMANN</e:FamilyNames><e:AcademicTitle>Dr.</e:AcademicTitle>
<e:DateOfBirth><e:DateString>19640812</e:DateString></e:DateOfBirth>
<e:PlaceOfBirth><e:FreetextPlace>BERLIN</e:FreetextPlace></e:PlaceOfBirth>
<e:PlaceOfResidence><e:StructuredPlace><e:Street>HEIDESTRASSE 17</e:Street><e:City>KÖLN</e:City><e:Country>D</e:Country>
<e:ZipCode>51147</e:ZipCode></e:StructuredPlace></e:PlaceOfResidence>
"""

Answer = Callable[[str, str], bytes | None]
"""Operation and session in; a whole message out, or None for what the service itself would say."""


@dataclass
class Front:
    """`result` is what getResult says for a session: the content of PersonalData, or "!minor"; "" for not yet.

    `now` is the moment at which it answers.
    """

    directory: Path
    ours: Signer
    customer: Signer
    address: str = ""
    sessions: list[str] = field(default_factory=list)
    result: Callable[[str], str] = lambda session: PERSON
    server_address: Callable[[str], str] | None = None
    recorded: Recorded = field(default_factory=Recorded)
    instead: Answer = lambda operation, session: None
    status: int = 200
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def tc_token(self) -> str:
        """Where AusweisApp would begin."""
        return self.address.replace("/eid", "/tctoken?s=")

    def said(self, data: bytes) -> bytes:
        """The answer to a customer's message; raises AssertionError when it is not the customer's."""
        request = opened(data, self.customer, self.now())
        operation = request.tag.rsplit("}", 1)[-1].removesuffix("Request")
        session = request.findtext(f"{{{EID}}}Session/{{{EID}}}ID") or ""
        special = self.instead(operation, session)
        if special is not None:
            return special
        return message(self._body(operation, session, request), self.ours, self.now())

    def _body(self, operation: str, session: str, request) -> str:  # type: ignore[no-untyped-def]
        if operation == "useID":
            self.recorded.operations = {one.tag.rsplit("}", 1)[-1]: one.text or "" for one in request[0]}
            self.sessions.append(token_hex(16))
            where = self.server_address or (lambda session: f"{self.tc_token}{session}")
            return use_id_response(self.sessions[-1], where(self.sessions[-1]))
        if operation == "getServerInfo":
            rights = "".join(f"<e:{name}>ALLOWED</e:{name}>" for name in ("GivenNames", "FamilyNames"))
            return f'<e:getServerInfoResponse xmlns:e="{EID}"><e:DocumentVerificationRights>{rights}</e:DocumentVerificationRights></e:getServerInfoResponse>'
        self.recorded.counters.append(int(request.findtext(f"{{{EID}}}RequestCounter")))
        found = self.result(session) if session in self.sessions else "!invalidSession"
        if found.startswith("!"):
            return failure("getResultResponse", found[1:])
        return get_result_response(found) if found else failure("getResultResponse", "noResultYet")


@cache
def _usual(name: str) -> Signer:
    """Keys take a while to make."""
    return signer(name)


@contextmanager
def front(directory: Path) -> Iterator[Front]:
    """At a free port of this machine."""
    service = Front(directory, _usual("eid-service"), _usual("kiosk"))
    for name, one in (("service", service.ours), ("kiosk", service.customer)):
        (directory / f"{name}.pem").write_bytes(one.pem)

    class Handler(Quiet):
        def post(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            body = service.said(data)
            self.say(service.status, body)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(directory / "service.pem")
    context.load_verify_locations(directory / "kiosk.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    with serving(Handler, context) as port:
        service.address = f"https://localhost:{port}/eid"
        yield service


__all__ = ["PERSON", "Front", "front", "result_of"]
