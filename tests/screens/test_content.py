"""Nothing a step says gets lost between its pages, at any text size."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from screens.tree import Node
from terminal.assembly.first_sight import first_sight_of
from terminal.assembly.offer import texts_of
from terminal.scenes import StepScene
from terminal.steps import Ask, PickSlot, Step
from terminal.texts import Texts
from terminal.wording import Message, Words
from tests.screens import reading
from tests.screens.showcase import Page, Walk, look_of, pages, screens, turn_pages, view, walks

steps = walks(
    name
    for name, screen in screens().items()
    # What of a board is shown depends on the day looked at and on the room there is: see test_pick_slot.py.
    if isinstance(screen.scene, StepScene) and not isinstance(screen.scene.step, PickSlot)
)
_NOT_HERE = {"help", "languages"}


@steps
def test_every_text_of_a_step_is_told_on_one_of_its_pages(walk: Walk) -> None:
    scene = screens()[walk.name].scene
    assert isinstance(scene, StepScene)
    missing = []
    for language, orientation, size in walk.combinations:
        shown = pages(walk.name, orientation, size, language)
        run = _run(shown)
        texts = _texts(scene.step, walk.name, language)
        missing += [f"{shown[0].where}: {text!r}" for text in texts if reading.all_words([text]) not in run]
    assert not missing, "\n".join(missing[:10])


@steps
def test_all_pages_together_are_the_screen_that_a_very_high_window_would_show(walk: Walk) -> None:
    for language, orientation, size in walk.combinations:
        tower = replace(look_of("portrait", size), height=100_000)
        whole = tuple(turn_pages(view(screens()[walk.name], tower, language), language))
        assert len(whole) == 1
        assert _content(pages(walk.name, orientation, size, language)) == _content(whole), f"{language} size {size}"


def _content(shown: Sequence[Page]) -> dict[str, str]:
    """What is read in *read* and *do* by node; without what depends on how much room there is."""
    skipped = {"page", "page:previous", "page:next", "label", "hint", "cover", "skip"}
    return {id: all_told for id, all_told in _whole(shown).items() if id not in skipped}


def _whole(shown: Sequence[Page]) -> dict[str, str]:
    """Name and value of each node as one run of characters; what was torn between pages is one again."""
    seen: dict[str, Node] = {}
    for page in shown:
        for node in page.told:
            seen.setdefault(node.id, node)
    parts: dict[str, list[Node]] = {}
    for id in sorted(seen, key=len):
        parts.setdefault(id.rstrip("+").removesuffix(":caption"), []).append(seen[id])
    return {id: _put_together(nodes) for id, nodes in parts.items()}


def _put_together(nodes: Sequence[Node]) -> str:
    names = [node.name for node in nodes if node.name != nodes[0].name or node is nodes[0]]
    return reading.all_words([*names, *(node.value for node in nodes)])


def _run(shown: Sequence[Page]) -> str:
    return "|".join((*_whole(shown).values(), *(reading.all_words([n.speech]) for page in shown for n in page.told)))


def _texts(step: Step[Any], name: str, language: str) -> Iterator[str]:
    for text in _found(step):
        rendered = _say(name, text, language)
        problem_in_place = isinstance(step, Ask) and text == step.skip and "problem" in name
        if rendered and not problem_in_place:
            yield rendered


def _found(value: Any) -> Iterator[Message | Words]:
    if isinstance(value, Message | Words):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _found(part)
    elif is_dataclass(value) and not hasattr(value, "look"):
        for field in fields(value):
            hidden = field.name == "sublabel" and getattr(value, "unavailable", None)
            if field.name not in _NOT_HERE and not hidden:
                yield from _found(getattr(value, field.name))


@cache
def _renderer(name: str) -> Texts:
    return texts_of(first_sight_of(screens()[name].configuration))


def _say(name: str, text: Message | Words, language: str) -> str:
    return _renderer(name).render(text, language).text
