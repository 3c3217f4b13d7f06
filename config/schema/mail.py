"""[mail]: the town's mail server, through which confirmations are sent."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from terminal.central.mail.letter import is_address
from terminal.central.offices.frozen import Frozen

_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}$){_LABEL}(\.{_LABEL})*|[0-9a-f]*:[0-9a-f:.]{{1,40}}")
_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")
_USUAL_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def _host(host: str) -> str:
    """Refuses with words that never contain `host`: staff may have written a password into it."""
    if not _HOST.fullmatch(host):
        raise ValueError('is not the name of a server; write it as "mail.example.org", and the port as port')
    return host


def _address(address: str) -> str:
    if not is_address(address):
        raise ValueError('is not a mail address; write it as "termine@example.org"')
    return address


Address = Annotated[str, AfterValidator(_address)]


class Mail(Frozen):
    """Without `host` no mail is sent, and citizens are told of none."""

    host: Annotated[str, AfterValidator(_host)] | None = Field(
        default=None, examples=["mail.example.org"], description="The server that takes mail for the town (SMTP)."
    )
    port: int | None = Field(
        default=None,
        ge=1,
        le=65535,
        examples=[587],
        description="Its port, where it is not the usual one: 587 for `starttls`, 465 for `tls`, 25 for `none`.",
    )
    encryption: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        examples=["tls"],
        description="`starttls` begins in the clear, `tls` is encrypted from the first byte. The server's certificate is always checked. `none` only for a server on this machine.",
    )
    sender: Address | None = Field(
        default=None,
        examples=["termine@example.org"],
        description="The address that confirmations come from. The server must be allowed to send for its domain (SPF).",
    )
    reply_to: Address | None = Field(
        default=None,
        examples=["buergerbuero@example.org"],
        description="Where answers go, if not to the sender.",
    )
    user: str | None = Field(
        default=None,
        min_length=1,
        examples=["kiosk"],
        description="Name for logging in, where the server asks for one.",
    )
    password_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/mail-password"],
        description="File that holds the password for it. Only its owner may read it (chmod 600).",
    )
    mails_per_hour: int = Field(
        default=30, ge=1, le=1000, examples=[30], description="Most confirmations from this kiosk within an hour."
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.host is None:
            if any((self.port, self.sender, self.reply_to, self.user, self.password_file)):
                raise ValueError("host is not set, so no mail would be sent; set it, or leave the other keys out")
            return self
        if self.sender is None:
            raise ValueError("sender is missing: the address that confirmations come from")
        if (self.user is None) != (self.password_file is None):
            raise ValueError("user and password_file belong together: set both, or neither")
        if self.encryption == "none" and self.host not in _OWN_MACHINE:
            raise ValueError('encryption = "none" is only for a server on this machine; use "starttls" or "tls"')
        return self

    @property
    def port_used(self) -> int:
        """The port, or the usual one of the encryption."""
        return self.port or _USUAL_PORTS[self.encryption]
