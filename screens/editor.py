"""Typing on a screen: what keys do to the field, and when its content is an answer."""

from collections.abc import Callable

from screens.actions import ChangeAlphabet, CoverInput, Erase, Shift, ShowKeyboard, Submit, TypeText
from screens.view import View
from terminal.acceptance import LONGEST_SEARCH, accepted, typed
from terminal.scenes import StepScene
from terminal.steps import Ask, Choose, InputKind
from terminal.wording import Text

Edit = Submit | TypeText | Erase | Shift | ChangeAlphabet | CoverInput | ShowKeyboard


class Editor:
    """Edits the field of the step on the screen; `answer` hears what was accepted, `draft` every change by step key."""

    def __init__(self, view: View, answer: Callable[[object], None], draft: Callable[[str, str], None]) -> None:
        self._view = view
        self._answer = answer
        self._draft = draft

    @property
    def takes_text(self) -> bool:
        """Whether there is a field on the screen that typing goes to."""
        step = self._step
        return isinstance(step, Ask) or (isinstance(step, Choose) and step.search is not None)

    @property
    def takes_codes(self) -> bool:
        """Whether the question on the screen is for a code."""
        step = self._step
        return isinstance(step, Ask) and step.input is InputKind.CODE

    def remember(self) -> Callable[[], None]:
        """How to bring back what is in the field now."""
        handling = self._view.handling
        typed, problem, keyboard, page = handling.typed, handling.problem, handling.keyboard, handling.page

        def restore() -> None:
            if self.takes_text and handling.typed != typed:
                self._put(typed)
                handling.problem, handling.keyboard, handling.page = problem, keyboard, page
                self._view.refresh()

        return restore

    def refuse(self, problem: Text) -> None:
        """Say at the field what is wrong."""
        self._view.handling.problem = problem
        self._view.refresh()

    def type(self, text: str) -> None:
        """Text from a keyboard; it opens a search field by itself."""
        if isinstance(self._step, Choose):
            self._view.handling.keyboard = True
        self.edit(TypeText(text))

    def edit(self, action: Edit) -> None:
        """Do what a key or a button of the field stands for."""
        handling = self._view.handling
        match action:
            case TypeText(text):
                self._add(text)
            case Erase(everything):
                self._put("" if everything else handling.typed[:-1])
            case Shift():
                handling.shift = not handling.shift
                self._view.refresh()
            case ChangeAlphabet():
                handling.cyrillic = not handling.cyrillic
                self._view.refresh()
            case CoverInput():
                handling.covered = not handling.covered
                self._view.refresh()
            case ShowKeyboard(open):
                handling.keyboard = open
                handling.page = 0
                self._view.refresh()
            case Submit():
                self._submit()

    @property
    def _step(self) -> object:
        scene = self._view.scene
        return scene.step if isinstance(scene, StepScene) else None

    def _add(self, text: str) -> None:
        handling, step = self._view.handling, self._step
        kind, longest = (step.input, step.longest) if isinstance(step, Ask) else (InputKind.TEXT, LONGEST_SEARCH)
        result = typed(handling.typed, text, kind, longest)
        handling.shift = False
        self._put(result.text)
        if result.problem:
            handling.problem = result.problem
            self._view.refresh()

    def _put(self, text: str) -> None:
        handling, step = self._view.handling, self._step
        handling.typed, handling.problem, handling.page = text, None, 0
        if isinstance(step, Ask):
            self._draft(step.key, text)
        self._view.typed()

    def _submit(self) -> None:
        step = self._step
        if not isinstance(step, Ask):
            return
        answer = accepted(step, self._view.handling.typed)
        if isinstance(answer, str):
            self._answer(answer)
        else:
            self._view.handling.problem = answer
            self._view.refresh()
