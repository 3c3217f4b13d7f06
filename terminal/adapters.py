"""Central services as effects find them: by a typed name, so that the core need not know what they are."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from terminal.values import valueclass

P = TypeVar("P")


@valueclass(frozen=True)
class Port(Generic[P]):
    """The name of one kind of service; `P` is its Protocol."""

    name: str


class Adapters:
    """Which adapter stands behind which port; never changed, only added to. `known` may be a function: asked once, when needed."""

    def __init__(self, known: Mapping[str, Any] | Callable[[], "Adapters"] | None = None) -> None:
        self._given = known

    @cached_property
    def _known(self) -> Mapping[str, Any]:
        given = self._given
        return given()._known if callable(given) else MappingProxyType(dict(given or {}))

    def having(self, port: Port[P], adapter: P) -> "Adapters":
        """These, and `adapter` behind `port`."""
        return Adapters({**self._known, port.name: adapter})

    def has(self, port: Port[Any]) -> bool:
        """Whether this kiosk has such a service."""
        return port.name in self._known

    def of(self, port: Port[P]) -> P:
        """The adapter behind `port`. Raises `KeyError` with its name when this kiosk has none."""
        return cast(P, self._known[port.name])  # only `having` puts one in, and it has seen its type
