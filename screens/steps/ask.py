"""Asking for one line of text."""

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
from terminal.steps import Ask, NoticeKind
from terminal.wording import message


def ask(step: Ask, context: Context) -> Layout:
    """Question, field, keyboard and the main button. What is wrong stands at the field, what was typed stays."""
    look = context.look
    read: list[Part] = [title(look, context.say(step.title))]
    if step.hint and not look.large:
        read.append(hint(look, context.say(step.hint)))
    field = _field(step, context)
    problem = _problem(context)
    tools = _tools(step, context)
    label: list[Part] = [heading(look, "label", context.say(step.label))]
    do: list[Part]
    beside: list[Part]
    if look.landscape:
        do, beside = [Stack([*label, field], look.px(8))], [*problem, *tools]
    elif look.large and problem:
        do, beside = [field, *problem], []
    else:
        do, beside = [Stack([*label, field], look.px(12)), *problem, *tools], []
    return Layout(read=read, do=do, read_foot=beside, foot=[_keyboard(step, context)], action=[_main(step, context)])


def _field(step: Ask, context: Context) -> Field:
    handling = context.handling
    return Field(
        "field",
        context.say(step.label),
        context.look,
        handling.typed,
        covered=handling.covered,
        invalid=handling.problem is not None,
    )


def _problem(context: Context) -> list[Part]:
    problem = context.handling.problem
    return [NoticePart("problem", context.say(problem), context.look, NoticeKind.DANGER)] if problem else []


def _tools(step: Ask, context: Context) -> list[Part]:
    look, covered = context.look, context.handling.covered
    tools: list[Part] = []
    if step.hide:
        words = context.say(message("show-input" if covered else "hide-input"))
        tools.append(Button("cover", words, look, CoverInput(), Style.LOW, icon="eye" if covered else "eye-off"))
    if step.skip:
        tools.append(Button("skip", context.say(step.skip), look, Answer(""), Style.LOW))
    if look.landscape:
        return [Stack(tools, look.px(16))] if tools else []
    return [Row(tools, 2, look.px(16), look.direction == "rtl")] if tools else []


def _keyboard(step: Ask, context: Context) -> KeyboardPart:
    look: Look = context.look
    shifted = context.handling.shift
    return KeyboardPart(rows(step.input, shifted=shifted), look, context.say, shifted, 0 if look.landscape else look.margin)


def _main(step: Ask, context: Context) -> Button:
    missing = None if context.handling.typed.strip() else context.say(message("nothing-typed"))
    words = context.say(message("next"))
    return Button("main", words, context.look, Submit(), Style.PRIMARY, icon_after="arrow-right", disabled=missing)
