"""Certificates and keys in PEM (RFC 7468), as servers and their visitors use them. Paths are configuration; the files stay files."""

import ssl
from collections.abc import Iterator
from pathlib import Path

from config.files import UnreadableFileError, read_text
from config.schema.calendar_server import CalendarServer


class CertificateRefusedError(Exception):
    """`args[0]` says why."""


def check_certificates(path: Path) -> None:
    """Raises `CertificateRefusedError` unless `path` holds at least one certificate, and each can be read."""
    try:
        text = read_text(path)
    except UnreadableFileError as error:
        raise CertificateRefusedError(f"the file {path} {error}") from None
    try:
        ssl.create_default_context(cadata=text[text.index("-----BEGIN CERTIFICATE-----") :])
    except (ValueError, ssl.SSLError):
        raise CertificateRefusedError(f"the file {path} holds no certificate (PEM)") from None


def unfit(calendar: CalendarServer) -> Iterator[tuple[tuple[str, str], str]]:
    """The keys of [calendar] whose files cannot be used together, and why."""
    if calendar.certificate and calendar.key_file:
        try:
            # A key with a passphrase would be asked for it on the terminal.
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
                calendar.certificate, calendar.key_file, password=lambda: ""
            )
        except (OSError, ValueError):  # ssl.SSLError is an OSError
            yield ("calendar", "key_file"), "is not the key of this certificate, or needs a passphrase"
