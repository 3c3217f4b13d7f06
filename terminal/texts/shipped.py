"""The .ftl files that come with the kiosk."""

from collections.abc import Iterable
from pathlib import Path

LANGUAGES = ("de", "en")


def sources_in(folder: Path, languages: Iterable[str]) -> dict[str, str]:
    """The text of `<language>.ftl` in `folder` for each language that has one."""
    files = {language: folder / f"{language}.ftl" for language in languages}
    return {language: file.read_text(encoding="utf-8") for language, file in files.items() if file.is_file()}


def frame_sources(languages: Iterable[str]) -> dict[str, str]:
    """The texts of everything around journeys."""
    return sources_in(Path(__file__).parent, languages)
