"""Content that changes while it is on the screen: the step holds the frozen question, the runner feeds the answers."""

from typing import Protocol, TypeAlias, TypeVar

from .step import Ports

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


class LiveQuery(Protocol[V_co]):
    """A frozen dataclass that can look at the world again and again.

    Chosen values are validated by the next `Work`; a live answer is never a promise.
    """

    @property
    def every_s(self) -> float:
        """Seconds between two looks while the step is shown."""

    @property
    def local(self) -> bool:
        """True when `look` only computes: the screen asks at once, on its own thread, and never shows a wait."""

    def look(self, ports: Ports, typed: str) -> V_co:
        """The content as of now.

        `typed` is what stands in the step's search field, or the day (ISO 8601) looked at in a `PickSlot`; "" if nothing.
        """


Live: TypeAlias = V | LiveQuery[V]
