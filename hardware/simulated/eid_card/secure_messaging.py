"""Secure messaging with AES-128 (TR-03110-3, F) and the keys that come out of PACE (TR-03110-3, A.2.3)."""

import hashlib

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from hardware.simulated.eid_card.tlv import parsed, tlv

_BLOCK = 16


def derived(secret: bytes, counter: int) -> bytes:
    """An AES-128 key; counter 1 for encryption, 2 for authentication, 3 for a password."""
    return hashlib.sha1(secret + counter.to_bytes(4, "big"), usedforsecurity=False).digest()[:_BLOCK]


def encrypt(key: bytes, iv: bytes, data: bytes) -> bytes:
    """AES-CBC without padding."""
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def mac(key: bytes, data: bytes) -> bytes:
    """The first eight bytes of the CMAC."""
    made = CMAC(algorithms.AES(key))
    made.update(data)
    return made.finalize()[:8]


class Channel:
    """The card's end of one secure channel. The counter goes up with every command and every answer."""

    def __init__(self, encryption: bytes, authentication: bytes) -> None:
        self._encryption = encryption
        self._authentication = authentication
        self._counter = 0

    def unwrapped(self, header: bytes, body: bytes) -> bytes | None:
        """The command's data in plain; None when its code does not hold."""
        self._counter += 1
        told, cryptogram, code = b"", b"", b""
        for tag, value in parsed(body):
            if tag == 0x8E:
                code = value
                continue
            told += tlv(tag, value)
            if tag == 0x87:
                cryptogram = value[1:]
        if mac(self._authentication, self._count + _padded(header) + (_padded(told) if told else b"")) != code:
            return None
        return _unpadded(self._decrypt(cryptogram)) if cryptogram else b""

    def wrapped(self, data: bytes, status: bytes) -> bytes:
        """The answer under the channel's keys, with its status word in plain behind it."""
        self._counter += 1
        cryptogram = encrypt(self._encryption, self._iv, _padded(data)) if data else b""
        body = (tlv(0x87, b"\x01" + cryptogram) if data else b"") + tlv(0x99, status)
        return body + tlv(0x8E, mac(self._authentication, self._count + _padded(body))) + status

    @property
    def _count(self) -> bytes:
        return self._counter.to_bytes(_BLOCK, "big")

    @property
    def _iv(self) -> bytes:
        return encrypt(self._encryption, bytes(_BLOCK), self._count)

    def _decrypt(self, data: bytes) -> bytes:
        decryptor = Cipher(algorithms.AES(self._encryption), modes.CBC(self._iv)).decryptor()
        return decryptor.update(data) + decryptor.finalize()


def _padded(data: bytes) -> bytes:
    marked = data + b"\x80"
    return marked + bytes(-len(marked) % _BLOCK)


def _unpadded(data: bytes) -> bytes:
    return data[: data.rindex(b"\x80")]
