"""How this citizen wants the terminal to be, for this visit only."""

from terminal.values import valueclass


@valueclass(frozen=True)
class Preferences:
    """Language code as in the texts, text size 1 (normal) to 4 (largest), and whether to ask later for presence."""

    language: str
    size: int = 1
    more_time: bool = False
