"""What does not work, what that means, and what works instead."""

from collections.abc import Sequence

from screens.actions import Retry
from screens.context import Context
from screens.frame import Layout
from screens.parts.button import Button, Style
from screens.parts.notice import NoticePart
from screens.parts.part import Part
from screens.parts.progress import Sign
from screens.parts.text import heading, paragraph, small, title
from screens.steps.options import option_tile
from screens.steps.ways import buttons
from terminal.steps import Failed, Icon, Option, Way
from terminal.wording import Text, message


def failed(step: Failed, context: Context) -> Layout:
    """A failure that the journey knows: its own words and ways."""
    return Layout(
        read=_top(context, step.icon, step.title, step.meaning),
        do=_comfort(context, step.comfort) + _others(context, step.ways[1:]) + _code(context, step.code),
        action=buttons(context, step.ways[:1]),
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
    sign: list[Part] = [] if look.large else [Sign("sign", look, icon, "danger")]
    return [*sign, title(look, context.say(name)), paragraph(look, "meaning", context.say(meaning))]


def _others(context: Context, ways: Sequence[Way]) -> list[Part]:
    """What works now, as tiles."""
    if not ways:
        return []
    options = [Option(value=way.value, label=way.label, icon=way.icon) for way in ways]
    least = context.look.low_button + context.look.px(16)
    tiles = [
        option_tile(context, option, (i, len(options)), least=least, chevron=True)
        for i, option in enumerate(options, start=1)
    ]
    return [heading(context.look, "other-ways", context.say(message("other-ways"))), *tiles]


def _comfort(context: Context, comfort: Text | None) -> list[Part]:
    return [NoticePart("comfort", context.say(comfort), context.look)] if comfort else []


def _code(context: Context, code: str | None) -> list[Part]:
    return [small(context.look, "code", context.say(message("staff-code", code=code)))] if code else []
