"""Asking for one line of text."""

from enum import IntEnum

from screens.actions import Answer, CoverInput, Submit
from screens.context import Context
from screens.frame import Layout
from screens.keyboards import rows
from screens.look import Look
from screens.parts.button import Button, Style
from screens.parts.field import Field
from screens.parts.keyboard import KeyboardPart
from screens.parts.notice import NoticePart
from screens.parts.part import Part, Row, Stack
from screens.parts.text import heading, hint, title
from terminal.steps import Ask, InputKind, NoticeKind
from terminal.wording import message


def ask(step: Ask, context: Context) -> Layout:
    """Question, field, keyboard and the main button. What is wrong stands at the field, what was typed stays.

    All on one page: what has no room is left out bit by bit, the least needed first, and then is told with the field.
    """
    layout = _layout(step, context, _Less.SPACE, None)
    for less in reversed(list(_Less)[:-1]):
        layout = _layout(step, context, less, layout)
    return layout


class _Less(IntEnum):
    """How much is left out. Each has all before it."""

    NOTHING = 0
    HINT = 1
    HIGH_KEYS = 2
    TOOLS_BESIDE_A_PROBLEM = 3
    LABEL = 4
    SPACE = 5


def _layout(step: Ask, context: Context, less: _Less, tighter: Layout | None) -> Layout:
    look = context.look
    read: list[Part] = [title(look, context.say(step.title))]
    if step.hint and less < _Less.HINT:
        read.append(hint(look, context.say(step.hint)))
    problem = _problem(step, context)
    tools = [] if problem and less >= _Less.TOOLS_BESIDE_A_PROBLEM else _tools(step, context)
    label: list[Part] = [] if less >= _Less.LABEL else [heading(look, "label", context.say(step.label))]
    do: list[Part] = [Stack([*label, _field(step, context, less)], look.px(8 if look.landscape else 12))]
    beside = [*problem, *tools]
    if not look.landscape:
        do, beside = [*do, *beside], []
    return Layout(
        read=read,
        do=do,
        read_foot=beside,
        foot=[_keyboard(step, context, low=less >= _Less.HIGH_KEYS)],
        action=[_main(step, context)],
        gap=8 if less >= _Less.SPACE else 16,
        tighter=tighter,
    )


def _field(step: Ask, context: Context, less: _Less) -> Field:
    handling = context.handling
    return Field(
        "field",
        context.say(step.label),
        context.look,
        handling.typed,
        covered=handling.covered or step.input is InputKind.SECRET,
        invalid=handling.problem is not None,
        hint=context.say(step.hint) if step.hint and less >= _Less.HINT else None,
    )


def _problem(step: Ask, context: Context) -> list[Part]:
    problem = context.handling.problem or (step.problem if not context.handling.typed else None)
    return [NoticePart("problem", context.say(problem), context.look, NoticeKind.DANGER)] if problem else []


def _tools(step: Ask, context: Context) -> list[Part]:
    look, covered = context.look, context.handling.covered
    tools: list[Part] = []
    if step.hide and step.input is not InputKind.SECRET:
        words = context.say(message("show-input" if covered else "hide-input"))
        tools.append(Button("cover", words, look, CoverInput(), Style.LOW, icon="eye" if covered else "eye-off"))
    if step.skip:
        tools.append(Button("skip", context.say(step.skip), look, Answer(""), Style.LOW))
    if look.landscape:
        return [Stack(tools, look.px(16))] if tools else []
    return [Row(tools, 2, look.px(16), look.direction == "rtl")] if tools else []


def _keyboard(step: Ask, context: Context, *, low: bool) -> KeyboardPart:
    look: Look = context.look
    shifted = context.handling.shift
    keys = rows(step.input, shifted=shifted, digits=step.digits)
    return KeyboardPart(keys, look, context.say, shifted, 0 if look.landscape else look.margin, low)


def _main(step: Ask, context: Context) -> Button:
    missing = None if context.handling.typed.strip() else context.say(message("nothing-typed"))
    words = context.say(message("next"))
    return Button("main", words, context.look, Submit(), Style.PRIMARY, icon_after="arrow-right", disabled=missing)
