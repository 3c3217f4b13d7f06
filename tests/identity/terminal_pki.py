"""Card-verifiable certificates of a test eID server, below the trust point of the virtual card (TR-03110-3, C and D)."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from hardware.simulated.eid_card.terminal_rights import TRUST_POINT, TRUST_POINT_KEY
from hardware.simulated.eid_card.tlv import oid, sequence, tlv
from terminal.attributes import Attribute

CURVE = ec.BrainpoolP256R1()
GROUPS: dict[Attribute, int] = {
    Attribute.DOCUMENT_TYPE: 1,
    Attribute.ISSUING_STATE: 2,
    Attribute.DATE_OF_EXPIRY: 3,
    Attribute.GIVEN_NAMES: 4,
    Attribute.FAMILY_NAMES: 5,
    Attribute.ARTISTIC_NAME: 6,
    Attribute.ACADEMIC_TITLE: 7,
    Attribute.DATE_OF_BIRTH: 8,
    Attribute.PLACE_OF_BIRTH: 9,
    Attribute.NATIONALITY: 10,
    Attribute.BIRTH_NAME: 13,
    Attribute.PLACE_OF_RESIDENCE: 17,
}
"""The data group of each attribute; the right to read it is bit 7 + its number."""

_TERMINAL, _DOCUMENT_VERIFIER = 0, 1


def rights(attributes: Collection[Attribute], role: int = _TERMINAL) -> bytes:
    """A Certificate Holder Authorization Template for authentication terminals."""
    bits = role << 38 | sum(1 << GROUPS[one] + 7 for one in attributes)
    return tlv(0x7F4C, oid("04007F000703010202") + tlv(0x53, bits.to_bytes(5, "big")))


@dataclass(frozen=True)
class TerminalPki:
    """A terminal certificate with the right to read `allowed`. `expired`: it ran out yesterday; `foreign`: another root has signed."""

    url: str
    allowed: tuple[Attribute, ...] = tuple(GROUPS)
    expired: bool = False
    foreign: bool = False

    def __post_init__(self) -> None:
        set_ = object.__setattr__
        set_(self, "verifier_key", ec.generate_private_key(CURVE))
        set_(self, "key", ec.generate_private_key(CURVE))
        root = ec.generate_private_key(CURVE) if self.foreign else TRUST_POINT_KEY
        everything = rights(tuple(GROUPS), _DOCUMENT_VERIFIER)
        verifier = self._certificate(TRUST_POINT, b"DETESTBTDV00001", self.verifier_key, everything, root)  # type: ignore[attr-defined]
        description = hashlib.sha256(self.description).digest()
        extension = tlv(0x65, tlv(0x73, oid("04007F000703010301") + tlv(0x80, description)))
        holder = self._certificate(
            b"DETESTBTDV00001",
            b"DETESTBTAT00001",
            self.key,
            rights(self.allowed),
            self.verifier_key,
            extension,  # type: ignore[attr-defined]
        )
        set_(self, "chain", (holder, verifier))

    @property
    def description(self) -> bytes:
        """Who asks, and for what, in plain text."""
        return sequence(
            (
                oid("04007F00070301030101"),
                tlv(0xA1, tlv(0x0C, b"Test-BerCA")),
                tlv(0xA3, tlv(0x0C, b"Stadt Musterstadt")),
                tlv(0xA4, tlv(0x13, self.url.encode())),
                tlv(0xA5, tlv(0x0C, b"Zweck des Auslesevorgangs:\nAnzeige der eigenen Daten\n")),
            )
        )

    def _certificate(
        self,
        issuer: bytes,
        holder: bytes,
        key: ec.EllipticCurvePrivateKey,
        template: bytes,
        by: ec.EllipticCurvePrivateKey,
        extension: bytes = b"",
    ) -> bytes:
        numbers = key.public_key().public_numbers()
        point = b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")
        today = datetime.now(UTC).date()
        until = today - timedelta(days=1) if self.expired else today + timedelta(days=30)
        body = tlv(
            0x7F4E,
            tlv(0x5F29, b"\0")
            + tlv(0x42, issuer)
            + tlv(0x7F49, oid("04007F00070202020203") + tlv(0x86, point))
            + tlv(0x5F20, holder)
            + template
            + tlv(0x5F25, _day(today - timedelta(days=2)))
            + tlv(0x5F24, _day(until))
            + extension,
        )
        return tlv(0x7F21, body + tlv(0x5F37, plain_signature(by, body)))


def plain_signature(key: ec.EllipticCurvePrivateKey, data: bytes) -> bytes:
    """r and s side by side (TR-03111, 5.2.1)."""
    r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _day(day: date) -> bytes:
    return bytes(int(digit) for digit in day.strftime("%y%m%d"))
