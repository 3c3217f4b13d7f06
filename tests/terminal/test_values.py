"""Values behave as frozen dataclasses do: each behaviour is asked of both."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from terminal.values import valueclass

Maker = Callable[..., Callable[[type], Any]]


@pytest.fixture(params=[dataclass, valueclass], ids=["dataclass", "valueclass"])
def make(request: pytest.FixtureRequest) -> Maker:
    maker: Maker = request.param
    return maker


@pytest.fixture
def place(make: Maker) -> Any:
    class Place:
        """With and without a default."""

        name: str
        rooms: tuple[int, ...] = ()
        notes: list[str] = field(default_factory=list, compare=False)
        key: str = field(default="geheim", repr=False)

    return make(frozen=True)(Place)


@valueclass(frozen=True)
class Written:
    """At the top of a module, as pickling wants it."""

    name: str
    rooms: tuple[int, ...] = ()


def test_arguments_have_places_names_and_defaults(place: Any) -> None:
    made = place("Rathaus", key="k")
    assert (made.name, made.rooms, made.notes, made.key) == ("Rathaus", (), [], "k")
    assert place("Rathaus", (1,)).rooms == (1,)


def test_a_default_that_is_made_is_made_each_time(place: Any) -> None:
    assert place("Rathaus").notes is not place("Rathaus").notes


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        (("a", (), [], "k", "more"), {}),
        (("a",), {"name": "b"}),
        (("a",), {"other": 1}),
    ],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_wrong_arguments_are_refused(place: Any, given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        place(*given, **named)


def test_what_can_only_be_named_has_no_place(make: Maker) -> None:
    class Named:
        a: int
        b: int = 2

    named = make(frozen=True, kw_only=True)(Named)
    assert (named(a=1).a, named(a=1).b) == (1, 2)
    for given in ((1,), (1, 2)):
        with pytest.raises(TypeError):
            named(*given)


def test_values_are_equal_when_what_counts_is_and_their_class(make: Maker, place: Any) -> None:
    class Place:
        name: str

    assert place("a", notes=["x"]) == place("a", notes=["y"])
    assert place("a") != place("b")
    assert place("a") != make(frozen=True)(Place)("a")
    assert len({place("a"), place("a"), place("b")}) == 2


def test_nothing_of_it_changes(place: Any) -> None:
    made = place("a")
    with pytest.raises(FrozenInstanceError):
        made.name = "b"
    with pytest.raises(FrozenInstanceError):
        made.other = "b"
    with pytest.raises(FrozenInstanceError):
        del made.name


def test_what_is_shown_names_fields_but_those_left_out(place: Any) -> None:
    assert repr(place("a")).endswith("Place(name='a', rooms=(), notes=[])")


def test_without_a_representation_nothing_of_it_is_shown(make: Maker) -> None:
    class Person:
        name: str

    assert "Erika" not in repr(make(frozen=True, repr=False)(Person)("Erika"))


def test_below_a_class_that_is_shown_one_without_a_representation_adds_nothing(make: Maker, place: Any) -> None:
    class Person(place):  # type: ignore[misc]
        born: str = "1964-08-12"

    assert "1964" not in repr(make(frozen=True, repr=False)(Person)("Erika"))


def test_the_functions_of_dataclasses_work(place: Any) -> None:
    made = place("a", (1,))
    assert [one.name for one in fields(made)] == ["name", "rooms", "notes", "key"]
    assert replace(made, name="b") == place("b", (1,))
    assert asdict(made) == {"name": "a", "rooms": (1,), "notes": [], "key": "geheim"}


def test_fields_are_inherited_first_come_those_of_the_class_above(make: Maker, place: Any) -> None:
    class Branch(place):  # type: ignore[misc]
        open: bool = True

    branch = make(frozen=True)(Branch)("a", (), [], "k", False)
    assert (branch.name, branch.open) == ("a", False)
    assert branch != place("a", (), [], "k")


def test_a_check_of_its_own_is_made(make: Maker) -> None:
    class Even:
        number: int

        def __post_init__(self) -> None:
            if self.number % 2:
                raise ValueError(self.number)

    with pytest.raises(ValueError, match="3"):
        make(frozen=True)(Even)(3)


def test_what_a_class_defines_itself_counts(make: Maker) -> None:
    class Loud:
        name: str

        def __repr__(self) -> str:
            return self.name.upper()

    assert repr(make(frozen=True)(Loud)("a")) == "A"


def test_what_is_reckoned_once_is_kept(make: Maker) -> None:
    class Sum:
        parts: tuple[int, ...]

        @cached_property
        def total(self) -> int:
            return sum(self.parts)

    kind = make(frozen=True)(Sum)
    made = kind((1, 2))
    assert (made.total, made.__dict__["total"]) == (3, 3)
    assert made == kind((1, 2))


def test_a_class_without_fields_has_one_value(make: Maker) -> None:
    class Nothing:
        pass

    nothing = make(frozen=True)(Nothing)
    assert nothing() == nothing()
    assert hash(nothing()) == hash(nothing())


def test_it_matches_by_place() -> None:
    match Written("a", (1, 2)):
        case Written(name, (1, last)):
            assert (name, last) == ("a", 2)
        case _:
            pytest.fail("no match")


def test_it_can_be_copied_and_pickled() -> None:
    made = Written("a", (1,))
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301


def test_a_value_that_may_change_is_none() -> None:
    with pytest.raises(ValueError, match="never changes"):
        valueclass(frozen=False)


def test_a_field_that_is_no_argument_is_refused() -> None:
    class Odd:
        number: int = field(init=False)

    with pytest.raises(ValueError, match="no argument"):
        valueclass(frozen=True)(Odd)
