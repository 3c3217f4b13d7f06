"""Pages beside a journey that are reachable from everywhere: help, languages, what makes it easier."""

from dataclasses import replace
from enum import Enum

from terminal.values import valueclass

from .preferences import Preferences
from .steps import Adjust, Block, Choose, Heading, Option, OptionGroup, Paragraph, Read, Step
from .wording import Text, Words, message

SIZES = ("normal", "large", "larger", "largest")


class Aside(Enum):
    """Which page lies over the visit."""

    HELP = "help"
    LANGUAGE = "language"
    COMFORT = "comfort"


@valueclass(frozen=True)
class AsideSteps:
    """Builds the asides of one town: languages as (code, own name), and what *Help* says on every screen."""

    languages: tuple[tuple[str, str], ...]
    help: tuple[Block, ...]

    def step(self, aside: Aside, preferences: Preferences, context: Text | None) -> Step[str]:
        """The step of `aside`; `context` is the help of the step underneath."""
        if aside is Aside.LANGUAGE:
            return self._language(preferences)
        if aside is Aside.COMFORT:
            return self._comfort(preferences)
        here: tuple[Block, ...] = (Paragraph(context), Heading(message("help-general"))) if context else ()
        return Read(key="aside-help", title=message("help-title"), blocks=here + self.help)

    def preferences_after(self, answer: str, before: Preferences) -> Preferences | None:
        """What an answer of an aside changes; None when it changes nothing and only leaves."""
        kind, _, value = answer.partition(":")
        if kind == "language" and value in dict(self.languages):
            return replace(before, language=value)
        if kind == "size" and value in SIZES:
            return replace(before, size=SIZES.index(value) + 1)
        if kind == "time":
            return replace(before, more_time=value == "more")
        return None

    def _language(self, preferences: Preferences) -> Step[str]:
        options = tuple(
            Option(value=f"language:{code}", label=Words.of({code: name}), selected=code == preferences.language)
            for code, name in self.languages
        )
        return Choose(key="aside-language", title=message("language-title"), options=options)

    def _comfort(self, preferences: Preferences) -> Step[str]:
        sizes = tuple(
            Option(value=f"size:{size}", label=message(f"size-{size}"), selected=preferences.size == number)
            for number, size in enumerate(SIZES, start=1)
        )
        times = tuple(
            Option(
                value=f"time:{time}", label=message(f"time-{time}"), selected=preferences.more_time == (time == "more")
            )
            for time in ("usual", "more")
        )
        return Adjust(
            key="aside-comfort",
            title=message("comfort-title"),
            hint=message("comfort-hint"),
            groups=(
                OptionGroup(label=message("comfort-size"), options=sizes),
                OptionGroup(label=message("comfort-time"), options=times),
            ),
            done=message("comfort-done"),
        )
