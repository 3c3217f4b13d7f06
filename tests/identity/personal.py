"""From data groups as a card sends them to PersonalData as TR-03130 writes it."""

from collections.abc import Mapping

from hardware.simulated.eid_card.tlv import parsed, values
from terminal.attributes import Attribute


def personal_data(read: Mapping[Attribute, bytes]) -> str:
    """The content of PersonalData, in the order of the schema."""
    order = (
        *(Attribute.DOCUMENT_TYPE, Attribute.ISSUING_STATE, Attribute.DATE_OF_EXPIRY, Attribute.GIVEN_NAMES),
        *(Attribute.FAMILY_NAMES, Attribute.ARTISTIC_NAME, Attribute.ACADEMIC_TITLE, Attribute.DATE_OF_BIRTH),
        *(Attribute.PLACE_OF_BIRTH, Attribute.NATIONALITY, Attribute.BIRTH_NAME, Attribute.PLACE_OF_RESIDENCE),
    )
    return "".join(f"<e:{one.value}>{_content(one, read[one])}</e:{one.value}>" for one in order if one in read)


def _content(attribute: Attribute, group: bytes) -> str:
    inside = parsed(group)[0][1]
    tag, content = parsed(inside)[0]
    match attribute:
        case Attribute.PLACE_OF_RESIDENCE:
            told = {tag: parsed(value)[0][1].decode() for tag, value in values(content).items()}
            return (
                f"<e:StructuredPlace><e:Street>{told[0xAA]}</e:Street><e:City>{told[0xAB]}</e:City>"
                f"<e:Country>{told[0xAD]}</e:Country><e:ZipCode>{told[0xAE]}</e:ZipCode></e:StructuredPlace>"
            )
        case Attribute.PLACE_OF_BIRTH:
            return f"<e:FreetextPlace>{parsed(content)[0][1].decode()}</e:FreetextPlace>"
        case Attribute.DATE_OF_BIRTH:
            return f"<e:DateString>{content.decode()}</e:DateString>"
        case Attribute.DATE_OF_EXPIRY:
            day = content.decode()
            return f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return content.decode() if tag else ""
