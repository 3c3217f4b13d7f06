"""Addresses of web servers as staff write them. No refusal repeats what was written: a password may stand in it."""

from collections.abc import Callable
from urllib.parse import urlsplit

_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")


def web_address(example: str, secret: str) -> Callable[[str], str]:
    """A check for pydantic: https, or http on this machine alone, and no password, which belongs into the file `secret`."""

    def check(url: str) -> str:
        try:
            parts = urlsplit(url)
            host, user, _ = parts.hostname, parts.username or parts.password, parts.port
        except ValueError:
            raise ValueError(f'is not a web address; write it as "{example}"') from None
        if parts.scheme not in ("http", "https") or not host:
            raise ValueError(f'is not a web address; write it as "{example}"')
        if user:
            raise ValueError(f"must not contain a password; put it into a file of its own and name that in {secret}")
        if parts.scheme == "http" and host not in _OWN_MACHINE:
            raise ValueError('must begin with "https://"; only this machine itself may be reached by http')
        return url

    return check
