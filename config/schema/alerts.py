"""[alerts]: who is told when the kiosk is out of order."""

from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from terminal.central.offices.frozen import Frozen

_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


def _safe_address(url: str) -> str:
    """Refuses with words that never contain `url`: staff may have written a password into it."""
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username or parts.password
    except ValueError:
        raise ValueError('is not a web address; write it as "https://alerts.example.org/kiosk"') from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError('is not a web address; write it as "https://alerts.example.org/kiosk"')
    if user:
        raise ValueError("must not contain a password; put it into a file of its own and name that in token_file")
    if parts.scheme == "http" and host not in _OWN_MACHINE:
        raise ValueError('must begin with "https://"; only this machine itself may be reached by http')
    return url


class Alerts(Frozen):
    """Without `url` nobody is told, and the screen does not claim so."""

    url: Annotated[str, AfterValidator(_safe_address)] | None = Field(
        default=None,
        examples=["https://alerts.example.org/kiosk"],
        description="Address that receives a POST when the kiosk goes out of order and when it is back.",
    )
    token_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/alert-token"],
        description="File that holds the token for this address. Only its owner may read it (chmod 600).",
    )

    @model_validator(mode="after")
    def _token_needs_an_address(self) -> Self:
        if self.token_file is not None and self.url is None:
            raise ValueError("token_file is set, but url is not")
        return self
