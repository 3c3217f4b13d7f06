"""The chip: it takes command APDUs and answers them. PACE, secure messaging, and managing the PIN."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from hardware.simulated.eid_card import curve
from hardware.simulated.eid_card.apdu import Command, command_of
from hardware.simulated.eid_card.files import EF_CARD_ACCESS, EID, PACE, directory_of
from hardware.simulated.eid_card.passwords import OK, Password, Secrets
from hardware.simulated.eid_card.secure_messaging import Channel, derived, encrypt, mac
from hardware.simulated.eid_card.tlv import oid, parsed, tlv, values

Answer = tuple[bytes, bytes]
"""Data and status word."""

_TRUST_POINT = b"DETESTeID00005"
_NOT_FOUND, _WRONG_DATA, _WRONG_STATE = b"\x6a\x82", b"\x6a\x80", b"\x69\x85"
_SHORT_IDS = {0x1C: 0x011C, 0x1E: 0x2F00}


@dataclass
class _Agreement:
    """One run of PACE."""

    password: Password
    names_trust_points: bool
    nonce: bytes = b""
    mapped: curve.Point | None = None
    terminal_key: bytes = b""
    card_key: bytes = b""
    keys: tuple[bytes, bytes] = (b"", b"")


class EidCard:
    """An identity card. `application` is what its directory names; another one than the eID is another card."""

    def __init__(self, known: Secrets | None = None, application: bytes | None = EID) -> None:
        self.secrets = known or Secrets()
        self._application = application
        self._files: Mapping[int, bytes] = {}
        if application:
            self._files = {0x2F00: directory_of(application)}
        if application == EID:
            self._files = {**self._files, 0x011C: EF_CARD_ACCESS}
        self.reset()

    def reset(self) -> None:
        """Power on: nothing of before counts."""
        self._channel: Channel | None = None
        self._next_channel: Channel | None = None
        self._file: int | None = None
        self._agreement: _Agreement | None = None
        self._shown: Password | None = None

    def transmit(self, apdu: bytes) -> bytes:
        """The answer to one command, whatever it is."""
        try:
            command = command_of(apdu)
            if self._channel and command.secured:
                return self._secured(self._channel, command)
            self._channel = None
            data, status = self._do(command)
        except (ValueError, KeyError, IndexError):
            data, status = b"", _WRONG_DATA
        self._switch_channel()
        return data + status

    def _secured(self, channel: Channel, command: Command) -> bytes:
        plain = channel.unwrapped(command.header, command.data)
        if plain is None:
            self._channel = None
            return b"\x69\x88"
        length = values(command.data).get(0x97)
        answer = channel.wrapped(*self._do(command.holding(plain, length)))
        self._switch_channel()
        return answer

    def _switch_channel(self) -> None:
        if self._next_channel:
            self._channel, self._next_channel = self._next_channel, None

    def _do(self, command: Command) -> Answer:
        match command.instruction:
            case 0xA4:
                return b"", self._select(command)
            case 0xB0:
                return self._read(command)
            case 0x22:
                return b"", self._choose_password(command)
            case 0x86:
                return self._agree(values(parsed(command.data)[0][1]))
            case 0x2C:
                return b"", self._reset_retry_counter(command)
        return b"", b"\x6d\x00"

    def _select(self, command: Command) -> bytes:
        if command.p1 == 4:
            return OK if self._application and command.data == self._application else _NOT_FOUND
        file = int.from_bytes(command.data, "big") if command.data else 0x3F00
        if file != 0x3F00 and file not in self._files:
            return _NOT_FOUND
        self._file = None if file == 0x3F00 else file
        return OK

    def _read(self, command: Command) -> Answer:
        offset = command.p1 << 8 | command.p2
        if command.p1 & 0x80:
            file, offset = self._short_id(command.p1 & 0x1F), command.p2
            if file is None or file not in self._files:
                return b"", _NOT_FOUND
            self._file = file
        if self._file is None:
            return b"", b"\x69\x86"
        content = self._files[self._file]
        if offset >= len(content):
            return b"", b"\x6b\x00"
        part = content[offset : offset + (command.wanted or 256)]
        return part, OK if len(part) == command.wanted else b"\x62\x82"

    def _short_id(self, number: int) -> int | None:
        """The file of a short identifier, None for none."""
        return _SHORT_IDS.get(number)

    def _proved(self, card_key: bytes) -> None:
        """PACE has succeeded with this ephemeral key of the card."""

    def _choose_password(self, command: Command) -> bytes:
        if (command.p1, command.p2) != (0xC1, 0xA4):
            return b"\x6a\x86"
        told = values(command.data)
        if tlv(6, told[0x80]) != oid(PACE):
            return _WRONG_DATA
        password = Password(told[0x83][-1])
        self._agreement = _Agreement(password, 0x7F4C in told)
        return self.secrets.status if password is Password.PIN else OK

    def _agree(self, told: Mapping[int, bytes]) -> Answer:
        """One of the four steps of PACE (TR-03110-2, 3.2; generic mapping)."""
        run = self._agreement
        if run is None:
            return b"", _WRONG_STATE
        if 0x81 in told:
            key = _random()
            shared = curve.multiply(key, curve.decoded(told[0x81]))
            run.mapped = curve.add(curve.multiply(int.from_bytes(run.nonce, "big"), curve.GENERATOR), shared)
            return _part(0x82, curve.encoded(curve.multiply(key, curve.GENERATOR))), OK
        if 0x83 in told:
            key = _random()
            run.terminal_key, run.card_key = told[0x83], curve.encoded(curve.multiply(key, run.mapped))
            shared = curve.multiply(key, curve.decoded(told[0x83]))
            secret = curve.encoded(shared)[1:33]
            run.keys = derived(secret, 1), derived(secret, 2)
            return _part(0x84, run.card_key), OK
        if 0x85 in told:
            return self._prove(run, told[0x85])
        run.nonce = secrets.token_bytes(16)
        password = self.secrets.of(run.password).encode()
        return _part(0x80, encrypt(derived(password, 3), bytes(16), run.nonce)), OK

    def _prove(self, run: _Agreement, code: bytes) -> Answer:
        self._agreement = None
        refusal = self.secrets.refusal(run.password, self._shown)
        if refusal:
            return b"", refusal
        right = mac(run.keys[1], _authenticated(run.card_key)) == code
        status = self.secrets.tried(run.password, right=right)
        if not right:
            return b"", status
        self._shown, self._next_channel = run.password, Channel(*run.keys)
        self._proved(run.card_key)
        proof = tlv(0x86, mac(run.keys[1], _authenticated(run.terminal_key)))
        return tlv(0x7C, proof + (tlv(0x87, _TRUST_POINT) if run.names_trust_points else b"")), OK

    def _reset_retry_counter(self, command: Command) -> bytes:
        """TR-03110-3, B.11.9: with the PIN a new one, with the PUK three more tries."""
        if command.p1 == 2 and self._shown is Password.PIN and len(command.data) == 6:
            return self.secrets.change(command.data.decode())
        if command.p1 == 3 and self._shown is Password.PUK and not command.data:
            return self.secrets.unblock()
        return b"\x69\x82"


def _random() -> int:
    return secrets.randbelow(curve.ORDER - 1) + 1


def _part(tag: int, value: bytes) -> bytes:
    return tlv(0x7C, tlv(tag, value))


def _authenticated(key: bytes) -> bytes:
    return tlv(0x7F49, oid(PACE) + tlv(0x86, key))
