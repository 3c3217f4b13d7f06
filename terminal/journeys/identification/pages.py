"""What the screen shows while a card is read."""

from terminal.attributes import Attribute
from terminal.card_reading import AGREE, REFUSE, TOGGLE
from terminal.eid import Consent, EidState, Purpose
from terminal.journeys.appointments.offered import joined
from terminal.journeys.card_pages import PinPages
from terminal.steps import Choose, Option, Step
from terminal.values import valueclass
from terminal.wording import Text, Words, message


@valueclass(frozen=True)
class IdentificationPages:
    """See `ReadingPages`."""

    def of(self, state: EidState, digits: str) -> Step[str]:
        """See `ReadingPages`."""
        return PinPages().of(state, Purpose.CHANGE_PIN, digits)

    def consent(self, asked: Consent, chosen: frozenset[Attribute], number: int) -> Step[str]:
        """See `ReadingPages`."""
        required = joined(attribute_words(one) for one in asked.required) if asked.required else None
        agree = Option(value=AGREE, label=message("identify-agree"), sublabel=required, icon="check")
        optional = tuple(_optional(one, one in chosen) for one in asked.optional)
        refuse = Option(
            value=REFUSE, label=message("identify-refuse"), sublabel=message("identify-refuse-sub"), icon="x"
        )
        return Choose(
            key=f"card-consent-{number}",
            title=message("identify-consent", who=Words.same(asked.who)),
            hint=Words.same(asked.purpose) if asked.purpose else None,
            options=(agree, refuse, *optional),  # both on the first page, however much is optional
            help=message("identify-help-consent", address=asked.address),
        )


def attribute_words(attribute: Attribute) -> Text:
    """What it is called."""
    return message(f"attribute-{attribute.value}")


def _optional(attribute: Attribute, chosen: bool) -> Option:
    said = message("identify-optional-yes") if chosen else message("identify-optional-no")
    icon = "circle-check" if chosen else "circle"
    return Option(value=f"{TOGGLE}{attribute.value}", label=attribute_words(attribute), sublabel=said, icon=icon)
