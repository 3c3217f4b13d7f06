"""[calendar]: where appointments are kept, and who may reach it."""

import ipaddress
import re
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from config.schema.web_address import web_address
from terminal.central.offices.frozen import Frozen

ACCOUNT = "terminal"
"""The user of the calendar server that comes with the kiosk."""

_URL = "https://kiosk-1.example.org:5232/terminal/"
_LISTEN = "192.0.2.10:5232"
_ADDRESS = re.compile(r"(?P<host>[0-9.]+|\[[0-9A-Fa-f:]+\])(:(?P<port>[0-9]{1,5}))?")
_PORT = 5232
_FIRST_PORT = 1024


def _socket_address(written: str) -> str:
    found = _ADDRESS.fullmatch(written)
    try:
        if found is None:
            raise ValueError
        ipaddress.ip_address(found["host"].strip("[]"))
    except ValueError:
        raise ValueError(f'is not an IP address with a port; write it as "{_LISTEN}"') from None
    port = int(found["port"] or _PORT)
    if not _FIRST_PORT <= port <= 65535:
        raise ValueError(f"has the port {port}; ports from {_FIRST_PORT} to 65535 can be used")
    return f"{found['host']}:{port}"


class CalendarServer(Frozen):
    """Without `url` the kiosk brings a calendar server of its own, and `listen` opens that for the town's network."""

    url: Annotated[str, AfterValidator(web_address(_URL, "password_file"))] | None = Field(
        default=None,
        examples=[_URL],
        description="Another CalDAV server instead of the kiosk's own, such as another kiosk's: the collection with its calendars.",
    )
    user: str | None = Field(default=None, min_length=1, examples=[ACCOUNT], description="The user at `url`.")
    authority: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/authority.pem"],
        description="Certificate of the authority that vouches for `url`, where it is not one that the machine knows.",
    )
    listen: Annotated[str, AfterValidator(_socket_address)] | None = Field(
        default=None,
        examples=[_LISTEN],
        description="Address and port under which the kiosk's own server can be reached over TLS. `0.0.0.0` is every address.",
    )
    certificate: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/calendar.pem"],
        description="The certificate for `listen`, with its chain.",
    )
    key_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/calendar.key"],
        description="The private key of this certificate. Only its owner may read it (chmod 600).",
    )
    password_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/calendar-password"],
        description=f"File with the password: of `user` at `url`, or of the user `{ACCOUNT}` for whom `listen` is open. "
        "Only its owner may read it (chmod 600).",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.url and self.listen:
            raise ValueError("url and listen are both set; only the kiosk's own calendar server can listen")
        if self.url:
            self._need("url", ("user", "password_file"))
        if self.listen:
            self._need("listen", ("certificate", "key_file", "password_file"))
        self._only_with("url", self.url, ("user", "authority"))
        self._only_with("listen", self.listen, ("certificate", "key_file"))
        self._only_with("url or listen", self.url or self.listen, ("password_file",))
        return self

    def _need(self, whom: str, keys: Iterable[str]) -> None:
        missing = [key for key in keys if getattr(self, key) is None]
        if missing:
            raise ValueError(f"{whom} is set, but {missing[0]} is not")

    def _only_with(self, whom: str, given: str | None, keys: Iterable[str]) -> None:
        lonely = [key for key in keys if getattr(self, key) is not None]
        if lonely and not given:
            raise ValueError(f"{lonely[0]} is set, but {whom} is not")
