"""How long to wait before trying again what has failed."""


class GrowingWait:
    """Every wait is twice as long as the one before, up to the longest. Seconds."""

    def __init__(self, first_s: float, longest_s: float) -> None:
        self._first_s = first_s
        self._longest_s = longest_s
        self._next_s = first_s

    def next_s(self) -> float:
        """The wait that is due after one more failure."""
        now_s, self._next_s = self._next_s, min(self._longest_s, self._next_s * 2)
        return now_s

    def reset(self) -> None:
        """It has worked: the next failure is a first one."""
        self._next_s = self._first_s
