"""Confirmations through the mail server of the configuration."""

from collections.abc import Callable
from pathlib import Path

from config.schema.mail import Mail as Settings
from config.secrets import SecretRefusedError, read_secret
from terminal.central.mail.mailing import Mailing
from terminal.limits import Limits


def mailing(settings: Settings, limits: Limits, tell: Callable[[str], None]) -> Mailing | None:
    """None where the town sends no mail. The password is read from its file when a letter is sent, and not kept."""
    if settings.host is None or settings.sender is None:
        return None
    # Slow to import: most kiosks send no mail.
    from terminal.central.mail.conversation import MailServer
    from terminal.central.mail.smtp import SmtpMail

    server = MailServer(settings.host, settings.port_used, settings.encryption, settings.sender, settings.user)
    return Mailing(SmtpMail(server, lambda: _password(settings.password_file), settings.reply_to), limits, tell)


def _password(file: str | None) -> str | None:
    try:
        return read_secret(Path(file)) if file else None
    except SecretRefusedError:
        return None
