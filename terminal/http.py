"""The only place that talks HTTP: with deadlines, without redirects, and never more of an answer than asked for."""

import time
from collections.abc import Mapping
from typing import Any

from terminal.values import valueclass

_CONNECT_S = 3.0
_PART_BYTES = 64 * 1024


@valueclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    body: bytes
    etag: str = ""
    retry_after: str = ""

    @property
    def acknowledged(self) -> bool:
        """Whether the server took it (2xx)."""
        return 200 <= self.status < 300


class NoAnswerError(Exception):
    """No connection, no answer in time, or too long an answer. The text holds neither address nor content."""


def post_json(url: str, body: Mapping[str, Any], *, token: str | None, deadline_s: float, limit_bytes: int) -> Answer:
    """POST `body`; `token` goes into the header as bearer (RFC 6750). Blocks: call it on a worker's thread.

    Proxies, netrc and certificates from the environment are not used. Raises `NoAnswerError` after `deadline_s`; a
    server that sends its header byte by byte can stretch that, so the caller keeps its own watch.
    """
    import requests  # slow to import, and most kiosks' supervisors never need it
    from urllib3.exceptions import HTTPError

    ends_s = time.monotonic() + deadline_s
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with requests.Session() as session:
        session.trust_env = False
        try:
            with session.post(
                url,
                json=dict(body),
                headers=headers,
                timeout=(min(_CONNECT_S, deadline_s), deadline_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                return Answer(response.status_code, _read(response.raw, ends_s, limit_bytes))
        except (requests.RequestException, HTTPError, OSError) as error:
            raise NoAnswerError(type(error).__name__) from None


class Connection:
    """Kept open to one server, for one thread. A name and password are sent with every request (RFC 7617)."""

    def __init__(
        self, user: str = "", password: str = "", certificate: str | None = None, ours: str | None = None
    ) -> None:
        """`ours` is a file with our own certificate and key, for servers that ask who we are. `certificate` is the file of the authority that is believed; None: those that the machine believes."""
        import requests
        from requests.auth import HTTPBasicAuth
        from urllib3.exceptions import HTTPError  # what reading the raw answer raises is not translated by requests

        self._errors = (requests.RequestException, HTTPError, OSError)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.auth = HTTPBasicAuth(user.encode(), password.encode()) if user else None
        self._session.verify = certificate or True
        self._session.cert = ours
        self._session.headers["Accept-Encoding"] = "identity"

    def ask(
        self,
        method: str,
        url: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        deadline_s: float,
        limit_bytes: int,
    ) -> Answer:
        """One request; the limits and errors are those of `post_json`."""
        ends_s = time.monotonic() + deadline_s
        try:
            with self._session.request(
                method,
                url,
                data=body,
                headers=dict(headers or {}),
                timeout=(min(_CONNECT_S, deadline_s), deadline_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                read = _read(response.raw, ends_s, limit_bytes)
                said = response.headers
                return Answer(response.status_code, read, said.get("ETag", ""), said.get("Retry-After", ""))
        except self._errors as error:
            raise NoAnswerError(type(error).__name__) from None

    def close(self) -> None:
        """Close it; it opens again with the next request."""
        self._session.close()


def _read(raw: Any, ends_s: float, limit_bytes: int) -> bytes:
    body = bytearray()
    while part := raw.read1(_PART_BYTES):
        body += part
        if len(body) > limit_bytes:
            raise NoAnswerError("answer too long")
        if time.monotonic() > ends_s:
            raise NoAnswerError("answer too slow")
    return bytes(body)
