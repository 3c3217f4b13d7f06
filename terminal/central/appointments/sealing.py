"""Secrets of appointments, and what of them the server may know.

The server keeps hashes only: a copy of its files changes nobody's appointment. The secret of a code comes from the key
of the hold, which never leaves the kiosk, so that it can be told again after a lost answer.
"""

import base64
import hashlib
import hmac


def op_key(op: str) -> str:
    """The name under which the server knows an operation."""
    return _hash("operation", op)


def secret_of(hold_op: str) -> str:
    """The secret of the code of the appointment that the hold becomes: 80 bits in base32."""
    return base64.b32encode(bytes.fromhex(_hash("secret", hold_op))[:10]).decode()


def kept_secret(secret: str) -> str:
    """What the server keeps of a secret."""
    return _hash("kept", secret)


def is_secret(secret: str, kept: str) -> bool:
    """Whether a presented secret is the one of which `kept` was kept."""
    return bool(kept) and hmac.compare_digest(kept_secret(secret), kept)


def sealed(text: str, op: str) -> str:
    """`text` in hex, readable only for who knows `op`, which must seal nothing else."""
    return _padded(text.encode(), op).hex()


def unsealed(seal: str, op: str) -> str:
    """What was sealed under `op`. Raises `ValueError` for what was not."""
    return _padded(bytes.fromhex(seal), op).decode()


def _padded(raw: bytes, op: str) -> bytes:
    pad = hashlib.shake_256(f"seal:{op}".encode()).digest(len(raw))
    return bytes(one ^ other for one, other in zip(raw, pad, strict=True))


def _hash(purpose: str, text: str) -> str:
    return hashlib.sha256(f"{purpose}:{text}".encode()).hexdigest()[:32]
