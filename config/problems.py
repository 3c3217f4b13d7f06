"""What is wrong with a configuration, in words for the person who wrote it."""

from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `key` is a path such as ``town.accent`` or a place such as ``line 3, column 8``."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        """One line; what cannot be printed (a file may hold anything) is shown as a replacement character."""
        line = ": ".join(part for part in (self.file, self.key, self.reason) if part)
        return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)


def did_you_mean(written: str, possible: list[str]) -> str:
    """``; did you mean "accent"?`` or nothing, when no possible word is near."""
    near = get_close_matches(written.lower(), possible, n=1) or get_close_matches(written.upper(), possible, n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
