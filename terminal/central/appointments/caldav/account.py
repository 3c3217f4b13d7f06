"""How to reach a calendar server. Light to import: the supervisor prepares one without speaking to it."""

from terminal.values import valueclass


@valueclass(frozen=True)
class Account:
    """Where the calendars are: `url` is the collection that holds them. `certificate` as in `terminal.http.Connection`."""

    url: str
    user: str
    password: str
    certificate: str | None = None

    def __repr__(self) -> str:
        return "Account(...)"
