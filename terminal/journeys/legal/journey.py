"""Choose one of the texts that the law asks for, and read it."""

from terminal.journeys.legal.statement import statement
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Choose, Journey, Option, Read
from terminal.wording import message


def legal(snapshot: Snapshot) -> Journey:
    """The town's own texts, word for word."""
    texts = {
        "privacy": snapshot.legal.privacy,
        "imprint": snapshot.legal.imprint,
        "accessibility": snapshot.legal.accessibility,
    }
    which = yield from Choose(
        key="which",
        title=message("legal-choose"),
        options=(
            Option(
                value="privacy", label=message("legal-privacy"), sublabel=message("legal-privacy-more"), icon="lock"
            ),
            Option(
                value="imprint", label=message("legal-imprint"), sublabel=message("legal-imprint-more"), icon="license"
            ),
            Option(
                value="accessibility",
                label=message("legal-accessibility"),
                sublabel=message("legal-accessibility-more"),
                icon="accessible",
            ),
        ),
    )
    title, blocks = statement(texts[which])
    yield from Read(key=which, title=title, blocks=blocks)
