"""What does not work, what that means, and what works instead."""

from screens.actions import Retry
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.notice import NoticePart
from screens.parts.part import Part
from screens.parts.progress import Sign
from screens.parts.text import paragraph, small, title
from screens.steps.ways import buttons
from terminal.steps import Failed, Icon
from terminal.wording import Text, message


def failed(step: Failed, context: Context) -> Layout:
    """A failure that the journey knows: its own words and ways."""
    return Layout(
        read=_top(context, step.icon, step.title, step.meaning),
        do=_comfort(context, step.comfort) + _code(context, step.code),
        action=buttons(context, step.ways),
    )


def trouble(context: Context, code: str) -> Layout:
    """Work that did not happen, for whatever reason: nothing is lost, it can be tried again."""
    look = context.look
    words = context.say(message("try-again"))
    return Layout(
        read=_top(context, "alert-triangle", message("trouble-title"), message("trouble-text")),
        do=_comfort(context, message("trouble-comfort")) + _code(context, code),
        action=[Button("main", words, look, Retry(), Style.PRIMARY, icon="refresh")],
    )


def _top(context: Context, icon: Icon, name: Text, meaning: Text) -> list[Part]:
    look = context.look
    sign = Sign("sign", look, icon, "danger")
    return [sign, title(look, context.say(name)), paragraph(look, "meaning", context.say(meaning))]


def _comfort(context: Context, comfort: Text | None) -> list[Part]:
    return [NoticePart("comfort", context.say(comfort), context.look)] if comfort else []


def _code(context: Context, code: str | None) -> list[Part]:
    return [small(context.look, "code", context.say(message("staff-code", code=code)))] if code else []
