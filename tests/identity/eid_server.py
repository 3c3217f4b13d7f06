"""A test eID server: TcToken and PAOS towards AusweisApp, the Extended Access Control towards the card (TR-03124-1, TR-03112-7, TR-03110-2).

"Attached" without a pre-shared key, so that the standard library's TLS will do.
"""

import re
import secrets
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from hardware.simulated.eid_card import curve
from hardware.simulated.eid_card.files import EID
from hardware.simulated.eid_card.reading_card import CHIP_AUTHENTICATION, session_key
from hardware.simulated.eid_card.secure_messaging import encrypt, mac
from hardware.simulated.eid_card.tlv import oid, parsed, tlv, values
from terminal.attributes import Attribute
from tests.identity.terminal_pki import GROUPS, TerminalPki, plain_signature, rights

_TECH = 'xmlns="urn:iso:std:iso-iec:24727:tech:schema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_HANDLE = "<ConnectionHandle><CardApplication>e80704007f00070302</CardApplication><SlotHandle>00</SlotHandle></ConnectionHandle>"
_RESULT = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#"

Hindrance = Callable[[str], None]
"""Called with the name of every message that comes in; may raise, and then the server is down."""


@dataclass
class Reading:
    """One session. `read` is what the card told, by attribute; `failed` why not ("cancellationByUser")."""

    base: str
    required: tuple[Attribute, ...]
    optional: tuple[Attribute, ...]
    pki: TerminalPki
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    read: dict[Attribute, bytes] | None = None
    failed: str = ""
    _ephemeral: int = 0
    _channel: "_ServersChannel | None" = None
    _todo: tuple[Attribute, ...] = ()
    _effective: bytes = b""

    def tc_token(self) -> bytes:
        """Where AusweisApp begins (TR-03124-1, 2.4.1)."""
        base = self.base
        return (
            f"<?xml version='1.0'?><TCTokenType><ServerAddress>{base}/paos</ServerAddress>"
            f"<SessionIdentifier>{self.id}</SessionIdentifier><RefreshAddress>{base}/refresh?s={self.id}</RefreshAddress>"
            f"<CommunicationErrorAddress>{base}/error?s={self.id}</CommunicationErrorAddress>"
            f"<Binding>urn:liberty:paos:2006-08</Binding></TCTokenType>"
        ).encode()

    def answer(self, message: bytes, hindrance: Hindrance) -> bytes:
        """What is said to one message of AusweisApp."""
        root = ElementTree.fromstring(message)  # noqa: S314 - our own AusweisApp
        body = next(one for one in root.iter() if _name(one) == "Body")[0]
        told: dict[str, list[str]] = {}
        for one in body.iter():
            told.setdefault(_name(one), []).append((one.text or "").strip())
        hindrance(_name(body))
        relates = next((one.text or "" for one in root.iter() if _name(one) == "MessageID"), "")
        return _message(self._said(_name(body), told), relates)

    def _said(self, kind: str, told: dict[str, list[str]]) -> str:
        major = told.get("ResultMajor", [""])[0]
        if kind != "StartPAOS" and not major.endswith("#ok"):
            self.failed = told.get("ResultMinor", [""])[0].rsplit("#", 1)[-1] or "error"
            return _ended(ok=False)
        match kind:
            case "StartPAOS":
                return '<InitializeFramework xmlns="http://www.bsi.bund.de/ecard/api/1.1"/>'
            case "InitializeFrameworkResponse":
                return self._ask_consent()
            case "DIDAuthenticateResponse" if "Challenge" in told:
                return self._authenticate_terminal(told)
            case "DIDAuthenticateResponse":
                return self._authenticate_chip(told)
            case "TransmitResponse":
                return self._take(told["OutputAPDU"])
        raise ValueError(kind)

    def _ask_consent(self) -> str:
        certificates = "".join(f"<Certificate>{one.hex()}</Certificate>" for one in self.pki.chain)  # type: ignore[attr-defined]
        return _did_authenticate(
            "EAC1InputType",
            f"{certificates}<CertificateDescription>{self.pki.description.hex()}</CertificateDescription>"
            f"<RequiredCHAT>{rights(self.required).hex()}</RequiredCHAT>"
            f"<OptionalCHAT>{rights(self.optional).hex()}</OptionalCHAT>",
        )

    def _authenticate_terminal(self, told: dict[str, list[str]]) -> str:
        self._effective = bytes.fromhex(told["CertificateHolderAuthorizationTemplate"][0])
        card, challenge = (bytes.fromhex(told[name][0]) for name in ("IDPICC", "Challenge"))
        self._ephemeral = secrets.randbelow(curve.ORDER - 1) + 1
        key = self._ephemeral_key
        signature = plain_signature(self.pki.key, card + challenge + key[1:33])  # type: ignore[attr-defined]
        return _did_authenticate(
            "EAC2InputType",
            f"<EphemeralPublicKey>{key.hex()}</EphemeralPublicKey><Signature>{signature.hex()}</Signature>",
        )

    @property
    def _ephemeral_key(self) -> bytes:
        return curve.encoded(curve.multiply(self._ephemeral, curve.GENERATOR))

    def _authenticate_chip(self, told: dict[str, list[str]]) -> str:
        security, nonce, token = (
            bytes.fromhex(told[name][0]) for name in ("EFCardSecurity", "Nonce", "AuthenticationToken")
        )
        found = re.search(rb"\x03\x42\x00(\x04.{64})\x02\x01\x29", security, re.DOTALL)
        assert found, "no key of the chip"
        shared = curve.encoded(curve.multiply(self._ephemeral, curve.decoded(found[1])))[1:33]
        self._channel = _ServersChannel(session_key(shared, nonce, 1), session_key(shared, nonce, 2))
        proof = tlv(0x7F49, oid(CHIP_AUTHENTICATION) + tlv(0x86, self._ephemeral_key))
        assert mac(session_key(shared, nonce, 2), proof) == token, "the chip is not the card's"
        allowed = int.from_bytes(values(values(self._effective)[0x7F4C])[0x53], "big")
        self._todo = tuple(one for one in (*self.required, *self.optional) if allowed >> GROUPS[one] + 7 & 1)
        commands = [self._channel.command(0xA4, 4, 0x0C, EID, None)]
        commands += [self._channel.command(0xB0, 0x80 | GROUPS[one], 0, b"", 256) for one in self._todo]
        inputs = "".join(f"<InputAPDUInfo><InputAPDU>{one.hex()}</InputAPDU></InputAPDUInfo>" for one in commands)
        return f"<Transmit {_TECH}><SlotHandle>00</SlotHandle>{inputs}</Transmit>"

    def _take(self, outputs: list[str]) -> str:
        assert self._channel
        answers = self._channel.answers(bytes.fromhex(one) for one in outputs)
        next(answers)
        self.read = {one: answer for one, answer in zip(self._todo, answers, strict=True) if answer}
        return _ended(ok=True)


class _ServersChannel:
    """The server's end of the secure channel with the chip (TR-03110-3, F)."""

    def __init__(self, encryption: bytes, authentication: bytes) -> None:
        self._encryption, self._authentication, self._counter = encryption, authentication, 0

    def command(self, instruction: int, p1: int, p2: int, data: bytes, wanted: int | None) -> bytes:
        """A command under secure messaging."""
        self._counter += 1
        header = bytes([0x0C, instruction, p1, p2])
        body = b""
        if data:
            body += tlv(0x87, b"\1" + encrypt(self._encryption, self._iv(), _padded(data)))
        if wanted:
            body += tlv(0x97, bytes([wanted & 0xFF]))
        body += tlv(0x8E, mac(self._authentication, self._count() + _padded(header) + (_padded(body) if body else b"")))
        self._counter += 1
        return header + bytes([len(body)]) + body + b"\0"

    def answers(self, outputs: Iterator[bytes]) -> Iterator[bytes]:
        """The answers in plain, in the order of the commands."""
        self._counter = 0
        for output in outputs:
            self._counter += 2
            items = parsed(output[:-2])
            told = dict(items)
            body = b"".join(tlv(tag, value) for tag, value in items if tag != 0x8E)
            assert mac(self._authentication, self._count() + _padded(body)) == told[0x8E], "the answer's code"
            yield self._plain(told[0x87][1:]) if 0x87 in told else b""

    def _plain(self, data: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        decryptor = Cipher(algorithms.AES(self._encryption), modes.CBC(self._iv())).decryptor()
        plain = decryptor.update(data) + decryptor.finalize()
        return plain[: plain.rindex(b"\x80")]

    def _count(self) -> bytes:
        return self._counter.to_bytes(16, "big")

    def _iv(self) -> bytes:
        return encrypt(self._encryption, bytes(16), self._count())


def _padded(data: bytes) -> bytes:
    return data + b"\x80" + bytes(-(len(data) + 1) % 16)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _did_authenticate(kind: str, content: str) -> str:
    return (
        f"<DIDAuthenticate {_TECH}>{_HANDLE}<DIDName>PIN</DIDName><AuthenticationProtocolData "
        f'xsi:type="{kind}" Protocol="urn:oid:1.3.162.15480.3.0.14.2">{content}</AuthenticationProtocolData></DIDAuthenticate>'
    )


def _ended(*, ok: bool) -> str:
    major = f"{_RESULT}{'ok' if ok else 'error'}"
    return (
        f'<StartPAOSResponse {_TECH} Profile="http://www.bsi.bund.de/ecard/api/1.1"><Result '
        f'xmlns="urn:oasis:names:tc:dss:1.0:core:schema"><ResultMajor>{major}</ResultMajor></Result></StartPAOSResponse>'
    )


def _message(body: str, relates: str) -> bytes:
    related = f"<wsa:RelatesTo>{relates}</wsa:RelatesTo>" if relates else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" '
        f'xmlns:wsa="http://www.w3.org/2005/03/addressing"><soap:Header>{related}<wsa:MessageID>urn:uuid:{uuid.uuid4()}'
        f"</wsa:MessageID></soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>"
    ).encode()
