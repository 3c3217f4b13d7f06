"""Which configuration visits get: the newest good one, unless it has shown that no visit runs with it."""

from .settings import Reading, Settings, Taken

_DOES_NOT_RUN = "visit processes do not run with the new configuration; the one before stays in force"


class InForce:
    """`taken` is None before the first reading; `problems` are those of the files as they are now."""

    def __init__(self) -> None:
        self.taken: Taken | None = None
        self.problems: tuple[str, ...] = ()
        self._proven: Taken | None = None

    @property
    def settings(self) -> Settings:
        """Those of the configuration in force."""
        return self.taken.settings if self.taken else Settings()

    @property
    def stands_in(self) -> bool:
        """Whether there is no configuration of this kiosk's own, at most the shipped one in its place."""
        return self.taken is None or self.taken.source == "shipped"

    def take(self, reading: Reading) -> bool:
        """Whether another one is in force now. Files with problems change nothing, except that something is needed first."""
        self.problems = reading.problems
        before, taken = self.taken, reading.taken
        if before and (reading.problems or (before.digest, before.source) == (taken.digest, taken.source)):
            return False
        self.taken = taken
        return True

    def unreadable(self) -> None:
        """The files could not even be looked at."""
        self.problems = ("the configuration could not be read",)

    def prove(self, taken: Taken) -> None:
        """It has stayed on the screen."""
        self._proven = taken

    def fall_back(self) -> bool:
        """Put the last proven one in force again; False where there is no other."""
        if self._proven is None or self.taken is self._proven:
            return False
        self.taken, self.problems = self._proven, (_DOES_NOT_RUN,)
        return True
