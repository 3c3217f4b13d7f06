"""Terminal authentication version 2 (TR-03110-2, 3.3): who may read what of a virtual card.

The trust point is our own and protects nothing. It bears the name of a test root that AusweisApp knows, which goes by the name alone
when its pre-verification is switched off.
"""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from hardware.simulated.eid_card import curve
from hardware.simulated.eid_card.tlv import parsed, tlv, values

TRUST_POINT = b"DETESTeID00005"
TRUST_POINT_KEY = ec.derive_private_key(0x1234567890ABCDEF1234567890ABCDEF, ec.BrainpoolP256R1())
"""Anybody may know it: it exists in simulations only."""

OK, _REFUSED, _UNKNOWN_KEY = b"\x90\x00", b"\x63\x00", b"\x6a\x88"
_RIGHTS = 0x53
_CERTIFICATE, _SIGNATURE = 0x7F4E, 0x5F37


@dataclass
class _Terminal:
    """Who wants to be authenticated, and the ephemeral key it will use."""

    holder: bytes
    ephemeral: bytes
    auxiliary: bytes


@dataclass
class TerminalRights:
    """From PACE on: `identity` is the card's ephemeral key there, `template` what the citizen has allowed."""

    identity: bytes = b""
    template: bytes = b""
    granted: int = 0
    _keys: dict[bytes, ec.EllipticCurvePublicKey] = field(
        default_factory=lambda: {TRUST_POINT: TRUST_POINT_KEY.public_key()}
    )
    _issuer: bytes = b""
    _certified: int = 0
    _terminal: _Terminal | None = None
    _challenge: bytes = b""

    def choose_issuer(self, name: bytes) -> bytes:
        """MSE:Set DST: with whose key the next certificate is checked."""
        self._issuer = name
        return OK if name in self._keys else _UNKNOWN_KEY

    def certify(self, data: bytes) -> bytes:
        """PSO:Verify Certificate: believe a certificate that a believed one has signed."""
        (_, body), (tag, signature) = parsed(data)[:2]
        if tag != _SIGNATURE or not self._holds(self._issuer, signature, tlv(_CERTIFICATE, body)):
            return _REFUSED
        told = values(body)
        if told[0x5F24] < _today():
            return _REFUSED
        x, y = curve.decoded(values(told[0x7F49])[0x86])
        self._keys[told[0x5F20]] = ec.EllipticCurvePublicNumbers(x, y, ec.BrainpoolP256R1()).public_key()
        self._certified = int.from_bytes(values(told[0x7F4C])[_RIGHTS], "big")
        return OK

    def choose_terminal(self, told: dict[int, bytes]) -> bytes:
        """MSE:Set AT for terminal authentication."""
        auxiliary = tlv(0x67, told[0x67]) if 0x67 in told else b""
        self._terminal = _Terminal(told[0x83], told[0x91], auxiliary)
        return OK

    def challenge(self) -> bytes:
        """GET CHALLENGE."""
        self._challenge = secrets.token_bytes(8)
        return self._challenge

    def authenticate(self, signature: bytes) -> bytes:
        """EXTERNAL AUTHENTICATE: the terminal shows that the certificate is its own."""
        terminal = self._terminal
        if terminal is None:
            return _REFUSED
        signed = self.identity + self._challenge + terminal.ephemeral + terminal.auxiliary
        if not self._holds(terminal.holder, signature, signed):
            return _REFUSED
        allowed = int.from_bytes(values(self.template)[_RIGHTS], "big")
        self.granted = allowed & self._certified
        return OK

    def is_terminals(self, ephemeral: bytes) -> bool:
        """Whether the key of chip authentication is that of the terminal which was authenticated."""
        return bool(self.granted) and self._terminal is not None and ephemeral[1:33] == self._terminal.ephemeral

    def may_read(self, group: int) -> bool:
        """Whether a data group may be read: its right is bit 7 and so on (TR-03110-4, 2.2.3.2)."""
        return bool(self.granted >> (group + 7) & 1)

    def _holds(self, signer: bytes, signature: bytes, data: bytes) -> bool:
        key = self._keys.get(signer)
        if key is None or len(signature) % 2 or not signature:
            return False
        half = len(signature) // 2
        r, s = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
        try:
            key.verify(encode_dss_signature(r, s), data, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


def _today() -> bytes:
    """As certificates write days (TR-03110-3, D.2.1.3). A real card goes by the newest day that it has seen in one."""
    return bytes(int(digit) for digit in datetime.now(UTC).strftime("%y%m%d"))
