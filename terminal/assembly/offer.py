"""From the first sight of a configuration to what one visit offers: start screen, journeys, asides, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from screens.chrome import Town
from terminal.asides import AsideSteps
from terminal.assembly.first_sight import FirstSight
from terminal.central.appointments.codes import BEGIN
from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.registry import JOURNEYS, text_sources
from terminal.steps import Block, Journey, Notice, Option, OutOfOrder, Paragraph, Start
from terminal.texts import Texts
from terminal.texts.rendering import TOWN_ZONE
from terminal.visit import Codes, Offer
from terminal.wording import Words, message

if TYPE_CHECKING:
    from terminal.journeys.snapshot import Snapshot

FOR_CODES = "my-appointment"
"""The journey that the code of a slip begins."""

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def texts_of(first: FirstSight) -> Texts:
    """The texts of every offered language; German is what every other language falls back to."""
    chains = {code: tuple(dict.fromkeys((code, first.language, "de"))) for code in first.languages}
    needed = sorted({code for chain in chains.values() for code in chain})
    return Texts(chains, text_sources(needed, first.overrides), missing=lambda text_id: None)


def town_of(first: FirstSight, *, nameless: bool = False) -> Town:
    """What the header shows; `nameless` where the configuration is not the town's own."""
    if nameless:
        return Town(message("app-name"), message("app-name"), first.accent, TOWN_ZONE)
    return Town(Words.of(first.full_name), Words.same(first.name), first.accent, TOWN_ZONE, first.arms)


def offer_of(first: FirstSight, snapshot: Callable[[], Snapshot]) -> Offer:
    """Everything that a visit can show. `snapshot` is asked for when a journey begins."""
    enabled = [JOURNEYS[id] for id in first.journeys]
    aside = next((journey for journey in JOURNEYS.values() if journey.aside), None)
    begins = {journey.id: _begin(journey, snapshot) for journey in (*enabled, *([aside] if aside else []))}
    offered = first.languages
    start = Start(
        key="start",
        greeting=message("start-greeting"),
        title=message("start-title"),
        options=tuple(_option(journey) for journey in enabled),
        legal=Option(value=aside.id, label=message("start-legal"), icon=aside.icon) if aside else None,
        languages=tuple((code, Words.of({code: LANGUAGE_NAMES[code]})) for code in offered) if len(offered) > 1 else (),
    )
    asides = AsideSteps(tuple((code, LANGUAGE_NAMES[code]) for code in offered), _help(first))
    return Offer(start, begins, asides, Codes(BEGIN, FOR_CODES if FOR_CODES in begins else None))


def out_of_order_of(first: FirstSight, code: str, alerted: bool) -> OutOfOrder:
    """What is shown instead of the start screen. `alerted`: somebody has acknowledged the alert, so it may be said."""
    others = [code for code in first.languages if code != first.language]
    reception = first.reception
    number = first.number115
    texts = texts_of(first)
    informed = (Notice(message("out-of-order-informed"), icon="tool"),) if alerted else ()
    return OutOfOrder(
        key="out-of-order",
        title=message("out-of-order-title"),
        notices=(
            Notice(Words.of(reception), icon="users"),
            Notice(message("out-of-order-115", number=number), icon="phone"),
            *informed,
        ),
        other_language=tuple(_all_in(texts, other, reception, number) for other in others),
        code=message("out-of-order-code", code=code),
    )


def _all_in(texts: Texts, language: str, reception: Mapping[str, str], number: str) -> Words:
    """The whole page in few words, for whoever does not read the first language."""
    said = (message("out-of-order-title"), Words.of(reception), message("out-of-order-115", number=number))
    return Words.of({language: " ".join(texts.render(text, language).text for text in said)})


def _begin(journey: JourneyDefinition, snapshot: Callable[[], Snapshot]) -> Callable[[], Journey]:
    return lambda: journey.begin(snapshot())


def _option(journey: JourneyDefinition) -> Option:
    return Option(value=journey.id, label=journey.title, sublabel=journey.sublabel, icon=journey.icon)


def _help(first: FirstSight) -> tuple[Block, ...]:
    return (
        Paragraph(message("help-bar")),
        Paragraph(message("help-desk")),
        Paragraph(Words.of(first.reception)),
        Paragraph(message("help-115", number=first.number115)),
    )
