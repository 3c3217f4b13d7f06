"""What only the whole configuration shows: texts that a language lacks."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from config.layers import Path_
from config.schema import Configuration

_NOT_NEEDED = ("catalogue", "texts")


def texts_missing(configuration: Configuration) -> Iterator[tuple[Path_, str]]:
    """Key and default language of each text that has none in it."""
    language = configuration.languages.default
    for key, texts in _language_maps(configuration, ()):
        if language not in texts and key[0] not in _NOT_NEEDED:
            yield key, language


def texts_differing(configuration: Configuration) -> Iterator[tuple[Path_, str]]:
    """Key and main language of each legal text whose parts are not those of the text in the main language.

    Its language would be left out on the screen: a step shows all languages part by part.
    """
    # Imported here: a visit process validates its snapshot without this.
    from terminal.journeys.legal.statement import MAIN_LANGUAGE, differing_languages

    for name in type(configuration.legal).model_fields:
        texts: Mapping[str, str] = getattr(configuration.legal, name)
        for language in differing_languages(texts):
            yield ("legal", name, language), MAIN_LANGUAGE if MAIN_LANGUAGE in texts else next(iter(texts))


def _language_maps(value: object, key: Path_) -> Iterator[tuple[Path_, Mapping[str, str]]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _language_maps(getattr(value, name), (*key, name))
    elif isinstance(value, tuple):
        for n, entry in enumerate(value):
            yield from _language_maps(entry, (*key, n))
    elif isinstance(value, Mapping):
        yield key, value
