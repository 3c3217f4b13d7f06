"""An identity card that can also be read: terminal authentication, chip authentication, data groups (TR-03110-2, 3.3 and 3.4)."""

import hashlib
import secrets

from hardware.simulated.eid_card import curve
from hardware.simulated.eid_card.apdu import Command
from hardware.simulated.eid_card.card import Answer, EidCard
from hardware.simulated.eid_card.files import EF_CARD_ACCESS
from hardware.simulated.eid_card.passwords import OK, Password, Secrets
from hardware.simulated.eid_card.person import Person, data_groups
from hardware.simulated.eid_card.secure_messaging import Channel, mac
from hardware.simulated.eid_card.terminal_rights import TRUST_POINT, TerminalRights
from hardware.simulated.eid_card.tlv import integer, oid, parsed, sequence, tlv, values

CHIP_AUTHENTICATION = "04007F00070202030202"
"""id-CA-ECDH-AES-CBC-CMAC-128."""

_DOMAIN = sequence((oid("04007F00070102"), integer(13)))
_KEY = 0x29
_CARD_SECURITY = 0x011D
_FIRST_GROUP = 0x0100
_DENIED, _WRONG_STATE = b"\x69\x82", b"\x69\x85"


class ReadingCard(EidCard):
    """Read with its PIN, by a terminal that the trust point's chain vouches for."""

    def __init__(self, known: Secrets | None = None, person: Person | None = None) -> None:
        super().__init__(known)
        self._key = secrets.randbelow(curve.ORDER - 1) + 1
        groups = data_groups(person or Person())
        self._files = {
            **self._files,
            _CARD_SECURITY: self._card_security(),
            **{_FIRST_GROUP + number: tlv(0x60 + number, content) for number, content in groups.items()},
        }
        self._groups = frozenset(groups)

    def reset(self) -> None:
        """See `EidCard`."""
        super().reset()
        self._rights = TerminalRights()
        self._may_read = False
        self._chip_chosen = False

    def _short_id(self, number: int) -> int | None:
        if number == 0x1D:
            return _CARD_SECURITY
        return _FIRST_GROUP + number if number in self._groups else super()._short_id(number)

    def _do(self, command: Command) -> Answer:
        match command.instruction:
            case 0xB0 if self._is_withheld(command):
                return b"", _DENIED
            case 0x84:
                return self._rights.challenge(), OK
            case 0x2A:
                return b"", self._rights.certify(command.data)
            case 0x82:
                return b"", self._rights.authenticate(command.data)
            case 0x22 if (command.p1, command.p2) != (0xC1, 0xA4):
                return b"", self._choose(command)
            case 0x22:
                self._rights, self._may_read = TerminalRights(template=values(command.data).get(0x7F4C, b"")), False
            case 0x86 if self._chip_chosen:
                return self._authenticate_chip(values(parsed(command.data)[0][1]))
        return super()._do(command)

    def _is_withheld(self, command: Command) -> bool:
        number = command.p1 & 0x1F
        return (
            bool(command.p1 & 0x80)
            and number in self._groups
            and not (self._may_read and self._rights.may_read(number))
        )

    def _choose(self, command: Command) -> bytes:
        told = values(command.data)
        match (command.p1, command.p2):
            case (0x81, 0xB6):
                return self._rights.choose_issuer(told[0x83])
            case (0x81, 0xA4):
                return self._rights.choose_terminal(told)
            case (0x41, 0xA4):
                self._chip_chosen = True
                return OK
        return b"\x6a\x86"

    def _proved(self, card_key: bytes) -> None:
        """PACE has succeeded: the card is known by its key there."""
        self._rights.identity = card_key[1:33]

    def _authenticate_chip(self, told: dict[int, bytes]) -> Answer:
        self._chip_chosen = False
        ephemeral = told[0x80]
        if not self._rights.is_terminals(ephemeral) or self._shown is not Password.PIN:
            return b"", _WRONG_STATE
        nonce = secrets.token_bytes(8)
        shared = curve.encoded(curve.multiply(self._key, curve.decoded(ephemeral)))[1:33]
        encryption, authentication = (session_key(shared, nonce, counter) for counter in (1, 2))
        self._next_channel, self._may_read = Channel(encryption, authentication), True
        proof = mac(authentication, tlv(0x7F49, oid(CHIP_AUTHENTICATION) + tlv(0x86, ephemeral)))
        return tlv(0x7C, tlv(0x81, nonce) + tlv(0x82, proof)), OK

    def _card_security(self) -> bytes:
        """EF.CardSecurity with the chip's key. Its signature is left out: nobody here checks it (TR-03110-3, A.1.2.5)."""
        public = curve.encoded(curve.multiply(self._key, curve.GENERATOR))
        subject = sequence((_DOMAIN, tlv(3, b"\0" + public)))
        chip_key = sequence((oid("04007F000702020102"), subject, integer(_KEY)))
        infos = tlv(0x31, parsed(EF_CARD_ACCESS)[0][1] + chip_key)
        content = sequence((oid("04007F0007030201"), tlv(0xA0, tlv(4, infos))))
        signed = sequence((integer(3), tlv(0x31, b""), content, tlv(0x31, b"")))
        return sequence((oid("2A864886F70D010702"), tlv(0xA0, signed)))


def session_key(shared: bytes, nonce: bytes, counter: int) -> bytes:
    """TR-03110-3, A.2.3.2."""
    return hashlib.sha1(shared + nonce + counter.to_bytes(4, "big"), usedforsecurity=False).digest()[:16]


__all__ = ["CHIP_AUTHENTICATION", "TRUST_POINT", "ReadingCard", "session_key"]
