"""What an identity card can tell of its holder (TR-03127, 3.2; Personalausweisgesetz, section 18(3))."""

from collections.abc import Collection, Mapping
from enum import Enum

from terminal.values import valueclass


class Attribute(Enum):
    """Named as TR-03130 names them."""

    FAMILY_NAMES = "FamilyNames"
    GIVEN_NAMES = "GivenNames"
    BIRTH_NAME = "BirthName"
    ACADEMIC_TITLE = "AcademicTitle"
    ARTISTIC_NAME = "ArtisticName"
    DATE_OF_BIRTH = "DateOfBirth"
    PLACE_OF_BIRTH = "PlaceOfBirth"
    PLACE_OF_RESIDENCE = "PlaceOfResidence"
    NATIONALITY = "Nationality"
    DOCUMENT_TYPE = "DocumentType"
    ISSUING_STATE = "IssuingState"
    DATE_OF_EXPIRY = "DateOfExpiry"


@valueclass(frozen=True)
class Place:
    """An address or a place; what the card does not say is "". `text` is a place in one line."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    text: str = ""

    @property
    def line(self) -> str:
        """In one line."""
        where = f"{self.postcode} {self.city}".strip()
        return self.text or ", ".join(part for part in (self.street, where) if part)


@valueclass(frozen=True, repr=False)
class PersonalData:
    """What a card has told, with the citizen's consent. Dates are written as 12.08.1964; unknown parts are left out.

    Nothing of it ever stands in a log: it has no representation.
    """

    texts: Mapping[Attribute, str]
    residence: Place | None = None

    def only(self, agreed: Collection[Attribute]) -> "PersonalData":
        """Without anything but what was agreed to."""
        texts = {attribute: text for attribute, text in self.texts.items() if attribute in agreed}
        return PersonalData(texts, self.residence if Attribute.PLACE_OF_RESIDENCE in agreed else None)

    @property
    def name(self) -> str:
        """Title, given names, family name."""
        parts = (Attribute.ACADEMIC_TITLE, Attribute.GIVEN_NAMES, Attribute.FAMILY_NAMES)
        return " ".join(self.texts[part] for part in parts if self.texts.get(part))
