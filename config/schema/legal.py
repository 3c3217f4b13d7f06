"""[legal] and [texts]: the town's own words, each language in a file of its own."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from terminal.central.offices.frozen import Frozen


def _statements(texts: Mapping[str, str]) -> Mapping[str, str]:
    if not texts:
        raise ValueError('at least one language is needed, for example { de = "privacy.de.md" }')
    for language, text in texts.items():
        if not text.startswith("# ") or "\n" not in text:
            raise ValueError(f'the text in {language} must begin with a title line such as "# Datenschutz"')
    return texts


Statement = Annotated[Mapping[str, str], AfterValidator(_statements)]
"""Language code to text. In the TOML file: language code to the name of the file that holds the text.

A text is lines of plain UTF-8: `# title` first, `## heading`, `- list item`, anything else a paragraph;
an empty line ends a paragraph, a line break inside one is kept.
"""


class Legal(Frozen):
    """What the law asks for. Reachable from the start screen."""

    privacy: Statement = Field(
        description="Privacy notice (Art. 13 DSGVO).", examples=['{ de = "privacy.de.md", en = "privacy.en.md" }']
    )
    imprint: Statement = Field(
        description="Imprint (section 5 DDG).", examples=['{ de = "imprint.de.md", en = "imprint.en.md" }']
    )
    accessibility: Statement = Field(
        description="Accessibility statement (BITV 2.0, SächsInklusG).",
        examples=['{ de = "accessibility.de.md", en = "accessibility.en.md" }'],
    )


class Texts(Frozen):
    """The town's own wording of texts on the screens (Fluent)."""

    overrides: Mapping[str, str] = Field(
        default={},
        examples=['{ de = "texts/de.ftl" }'],
        description="Messages in these files replace the shipped ones with the same id; all others stay.",
    )
