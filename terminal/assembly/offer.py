"""From a configuration to what one visit offers: start screen, journeys, asides, texts."""

from collections.abc import Callable, Mapping

from config.schema import Configuration
from screens.chrome import Town
from terminal.asides import AsideSteps
from terminal.central.appointments.codes import BEGIN
from terminal.journeys.definition import JourneyDefinition
from terminal.journeys.registry import JOURNEYS, text_sources
from terminal.journeys.snapshot import LegalTexts, Snapshot
from terminal.steps import Block, Journey, Notice, Option, OutOfOrder, Paragraph, Start
from terminal.texts import Texts
from terminal.texts.rendering import TOWN_ZONE
from terminal.visit import Codes, Offer
from terminal.wording import Words, message

FOR_CODES = "my-appointment"
"""The journey that the code of a slip begins."""

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def texts_of(configuration: Configuration) -> Texts:
    """The texts of every offered language; German is what every other language falls back to."""
    offered = configuration.languages.offered
    default = configuration.languages.default
    chains: dict[str, tuple[str, ...]] = {code: tuple(dict.fromkeys((code, default, "de"))) for code in offered}
    needed = sorted({code for chain in chains.values() for code in chain})
    return Texts(chains, text_sources(needed, configuration.texts.overrides), missing=lambda text_id: None)


def snapshot_of(
    configuration: Configuration, *, printer: bool = False, scanner: bool = False, mail: str = ""
) -> Snapshot:
    """The town's data as journeys see it. `printer`: slips can be printed here. `scanner`: their codes can be read.

    `mail`: see `Snapshot`.
    """
    legal = configuration.legal
    return Snapshot(
        town=configuration.town.full_name,
        address=configuration.town.address,
        reception=configuration.town.reception,
        reception_hours=configuration.town.reception_hours,
        offices=configuration.offices,
        calendar=configuration.holidays,
        appointments=configuration.appointments,
        counters=configuration.counters,
        concerns=configuration.concerns,
        printer=printer,
        scanner=scanner,
        mail=mail,
        help115=configuration.help115,
        legal=LegalTexts(privacy=legal.privacy, imprint=legal.imprint, accessibility=legal.accessibility),
    )


def town_of(configuration: Configuration, *, nameless: bool = False) -> Town:
    """What the header shows; `nameless` where the configuration is not the town's own."""
    town = configuration.town
    if nameless:
        return Town(message("app-name"), message("app-name"), town.accent, TOWN_ZONE)
    return Town(Words.of(town.full_name), Words.same(town.name), town.accent, TOWN_ZONE, town.arms)


def offer_of(configuration: Configuration, snapshot: Snapshot) -> Offer:
    """Everything that a visit can show."""
    enabled = [JOURNEYS[id] for id in configuration.journeys.enabled]
    aside = next((journey for journey in JOURNEYS.values() if journey.aside), None)
    begins = {journey.id: _begin(journey, snapshot) for journey in (*enabled, *([aside] if aside else []))}
    offered = configuration.languages.offered
    start = Start(
        key="start",
        greeting=message("start-greeting"),
        title=message("start-title"),
        options=tuple(_option(journey) for journey in enabled),
        legal=Option(value=aside.id, label=message("start-legal"), icon=aside.icon) if aside else None,
        languages=tuple((code, Words.of({code: LANGUAGE_NAMES[code]})) for code in offered) if len(offered) > 1 else (),
    )
    asides = AsideSteps(tuple((code, LANGUAGE_NAMES[code]) for code in offered), _help(configuration))
    return Offer(start, begins, asides, Codes(BEGIN, FOR_CODES if FOR_CODES in begins else None))


def out_of_order_of(configuration: Configuration, code: str, alerted: bool) -> OutOfOrder:
    """What is shown instead of the start screen. `alerted`: somebody has acknowledged the alert, so it may be said."""
    others = [code for code in configuration.languages.offered if code != configuration.languages.default]
    reception = configuration.town.reception
    number = configuration.help115.number
    texts = texts_of(configuration)
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


def _begin(journey: JourneyDefinition, snapshot: Snapshot) -> Callable[[], Journey]:
    return lambda: journey.begin(snapshot)


def _option(journey: JourneyDefinition) -> Option:
    return Option(value=journey.id, label=journey.title, sublabel=journey.sublabel, icon=journey.icon)


def _help(configuration: Configuration) -> tuple[Block, ...]:
    return (
        Paragraph(message("help-bar")),
        Paragraph(message("help-desk")),
        Paragraph(Words.of(configuration.town.reception)),
        Paragraph(message("help-115", number=configuration.help115.number)),
    )
