"""Turns texts as data into words of one language: as they read, and as they sound."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from terminal.texts.language import LanguageTexts
from terminal.texts.moment import Moment
from terminal.texts.typography import set_for_reading, set_for_speaking
from terminal.values import valueclass
from terminal.wording import Argument, Message, Text, Words

TOWN_ZONE = ZoneInfo("Europe/Berlin")
_CACHED = 4000


class MissingTextError(LookupError):
    """A message, or a value that it mentions, does not exist; carries the id."""


@valueclass(frozen=True)
class Rendered:
    """`text` is for the eye, `speech` for a voice, `language` what both are really written in ("": any)."""

    text: str
    speech: str
    language: str


def _raise(text_id: str) -> None:
    raise MissingTextError(text_id)


class Texts:
    """All texts of one kiosk.

    `chains` maps each language that citizens can choose to where its texts are looked for, itself first:
    `{"de": ("de",), "en": ("en", "de")}`. `sources` holds .ftl texts by language, the town's own last.
    `missing` hears the id of a text that cannot be shown. It raises `MissingTextError` unless told otherwise; when it
    returns, a neutral sentence is shown. Tests hold that this never happens with a text that is shipped.
    """

    def __init__(
        self,
        chains: Mapping[str, Sequence[str]],
        sources: Mapping[str, Sequence[str]],
        *,
        zone: ZoneInfo = TOWN_ZONE,
        missing: Callable[[str], None] = _raise,
    ) -> None:
        self.languages = tuple(chains)
        self._chains = chains
        self._missing = missing
        self._texts = {language: LanguageTexts(language, sources[language], zone) for language in sources}
        self._cache: dict[tuple[Text, str], Rendered] = {}

    def render(self, text: Text, language: str) -> Rendered:
        """`text` in `language`, or in the next one of its chain that has it."""
        key = (text, language)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            found = self._cache[key] = self._rendered(text, language)
        return found

    def _rendered(self, text: Text, language: str) -> Rendered:
        rendered = self._message(text, language) if isinstance(text, Message) else self._words(text, language)
        return Rendered(set_for_reading(rendered.text), set_for_speaking(rendered.speech), rendered.language)

    def _words(self, words: Words, language: str) -> Rendered:
        by_language = dict(words.by_language)
        for code in (*self._chain(language), "", *by_language):
            if code in by_language:
                text = by_language[code]
                return Rendered(text, self._spoken(text, code or language), code)
        return Rendered("", "", "")

    def _spoken(self, text: str, language: str) -> str:
        for code in self._chain(language):
            texts = self._texts.get(code)
            if texts and texts.has("spoken-digits"):
                return texts.spelling.running(text)
        return text

    def _message(self, message: Message, language: str) -> Rendered:
        for code in self._chain(language):
            texts = self._texts.get(code)
            if texts and texts.has(message.id):
                return self._formatted(message, texts)
        return self._without(message.id, language)

    def _formatted(self, message: Message, texts: LanguageTexts) -> Rendered:
        read, read_whole = texts.format(message.id, None, self._values(message, texts, spoken=False))
        said, said_whole = texts.format(message.id, "speech", self._values(message, texts, spoken=True))
        if not (read_whole and said_whole):
            return self._without(message.id, texts.language)
        return Rendered(read, said, texts.language)

    def _values(self, message: Message, texts: LanguageTexts, *, spoken: bool) -> dict[str, object]:
        return {name: self._value(argument, texts, spoken) for name, argument in message.arguments}

    def _value(self, argument: Argument, texts: LanguageTexts, spoken: bool) -> object:
        if isinstance(argument, Message | Words):
            rendered = self.render(argument, texts.language)
            return rendered.speech if spoken else rendered.text
        return Moment(argument, spoken, texts) if isinstance(argument, date | time) else argument

    def _without(self, text_id: str, language: str) -> Rendered:
        self._missing(text_id)
        if text_id == "text-missing":
            return Rendered("–", "", "")
        return self._message(Message("text-missing"), language)

    def _chain(self, language: str) -> Sequence[str]:
        return self._chains.get(language, (language,))
