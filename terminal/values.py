"""Values: classes of named fields that never change, and are equal when their fields are.

They are dataclasses (`fields`, `replace`, `asdict` and `match` work, and mypy knows them as such), but their methods are written once
and shared by all. `dataclass` writes and compiles six for each class, in every process that imports it: a quarter of a millisecond
each, an eighth of the kiosk's start (docs/benchmarks.md).
"""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["valueclass"]


class _Shape:
    """What the shared methods must know of a class.

    `names` of the arguments that have a place, `arguments` all of them in order, `shown` those that `repr` says; `compared` reads at
    once what counts when two are compared.
    """

    __slots__ = ("arguments", "compared", "has_more_to_do", "names", "shown")

    def __init__(self, cls: Any) -> None:
        every: tuple[Field[Any], ...] = fields(cls)
        if not all(one.init for one in every):
            raise ValueError(f"{cls.__name__} has a field that is no argument")
        placed, named = ([one for one in every if bool(one.kw_only) is kw_only] for kw_only in (False, True))
        self.names = [one.name for one in placed]
        self.arguments = [*placed, *named]
        self.shown = [one.name for one in every if one.repr]
        self.compared = _reader([one.name for one in every if one.compare])
        self.has_more_to_do = hasattr(cls, "__post_init__")


def _reader(names: Iterable[str]) -> Callable[[object], object]:
    names = tuple(names)
    return attrgetter(*names) if names else lambda _: ()


def _init(self: Any, /, *given: object, **named: object) -> None:
    shape = self._shape
    for name, part in zip(shape.names, given, strict=False):
        _set(self, name, part)
    if named or not len(given) == len(shape.names) == len(shape.arguments):
        _fill(self, len(given), named)
    if shape.has_more_to_do:
        self.__post_init__()


def _fill(self: Any, given: int, named: dict[str, object]) -> None:
    shape = self._shape
    for one in shape.arguments[given:]:
        _set(self, one.name, named.pop(one.name) if one.name in named else _default(self, one))
    if named or given > len(shape.names):
        raise TypeError(
            f"{type(self).__name__} got {given} values with a place of {len(shape.names)}, too many: {[*named]}"
        )


def _default(self: object, one: Field[Any]) -> object:
    if one.default is not MISSING:
        return one.default
    if one.default_factory is not MISSING:
        return one.default_factory()
    raise TypeError(f"{type(self).__name__} is missing {one.name!r}")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shape.shown)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self._shape.compared
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(self._shape.compared(self))


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} never changes")


_set = object.__setattr__
_METHODS = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}


def _valueclass(*, frozen: bool, kw_only: bool = False, repr: bool = True) -> Callable[[type], type]:
    """As `dataclass` with these arguments; what a class defines itself is left as it is.

    Raises ValueError without `frozen`, which is there for whoever reads the class, and for fields that are no arguments.
    """
    if not frozen:
        raise ValueError("a value never changes")
    methods = {name: method for name, method in _METHODS.items() if repr or method is not _repr}

    def as_value(cls: Any) -> type:
        dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
        for name, method in methods.items():
            if name not in vars(cls):
                setattr(cls, name, method)
        above = getattr(cls, "_shape", None)
        cls._shape = _Shape(cls)
        if not repr:
            cls._shape.shown = above.shown if above else []
        return cls  # type: ignore[no-any-return]

    return as_value


if TYPE_CHECKING:
    from dataclasses import dataclass as valueclass
else:
    valueclass = _valueclass
