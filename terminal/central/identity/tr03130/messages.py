"""useID, getResult and getServerInfo as elements, and what their answers say (TR-03130-1, 3.2)."""

import re
from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from terminal.attributes import Attribute, PersonalData, Place
from terminal.foreign_line import one_line
from terminal.values import valueclass

EID = "http://bsi.bund.de/eID/"
DSS = "urn:oasis:names:tc:dss:1.0:core:schema"
_MAJOR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#"
_LONGEST = 300
_SESSION = re.compile(r"(?:[0-9A-Fa-f]{2}){16,64}")

_OPERATIONS = (
    *("DocumentType", "IssuingState", "DateOfExpiry", "GivenNames", "FamilyNames", "ArtisticName", "AcademicTitle"),
    *(
        "DateOfBirth",
        "PlaceOfBirth",
        "Nationality",
        "BirthName",
        "PlaceOfResidence",
        "ResidencePermitI",
        "RestrictedID",
    ),
    *("AgeVerification", "PlaceVerification"),
)
"""In the order of the schema, without those that may be left out."""

DATES = frozenset({Attribute.DATE_OF_BIRTH, Attribute.DATE_OF_EXPIRY})
PLACES = frozenset({Attribute.PLACE_OF_BIRTH, Attribute.PLACE_OF_RESIDENCE})


class NotUnderstoodError(Exception):
    """The answer is not what TR-03130 says it is."""


@valueclass(frozen=True, repr=False)
class UsedId:
    """The answer to useID."""

    session: str
    server_address: str


@valueclass(frozen=True)
class Failed:
    """`minor` is the last part of the result's code, such as "noResultYet"."""

    minor: str


def use_id(required: Collection[Attribute], optional: Collection[Attribute]) -> etree._Element:
    """The request for a session."""
    request = _element("useIDRequest")
    operations = etree.SubElement(request, f"{{{EID}}}UseOperations")
    asked = {one.value: "REQUIRED" for one in required} | {
        one.value: "ALLOWED" for one in optional if one not in required
    }
    for name in _OPERATIONS:
        etree.SubElement(operations, f"{{{EID}}}{name}").text = asked.get(name, "PROHIBITED")
    return request


def get_result(session: str, counter: int) -> etree._Element:
    """The request for what the card told. `counter` goes up with every request of a session, from 1."""
    request = _element("getResultRequest")
    etree.SubElement(etree.SubElement(request, f"{{{EID}}}Session"), f"{{{EID}}}ID").text = session
    etree.SubElement(request, f"{{{EID}}}RequestCounter").text = str(counter)
    return request


def get_server_info() -> etree._Element:
    """The request for what the service is and may read."""
    return _element("getServerInfoRequest")


def used_id(answer: etree._Element) -> UsedId | Failed:
    """Raises `NotUnderstoodError`."""
    failed = _failed(answer, "useIDResponse")
    if failed:
        return failed
    session = _text(answer, "Session/ID")
    if not _SESSION.fullmatch(session):
        raise NotUnderstoodError("no session")
    address = _text(answer, "eCardServerAddress")
    if len(address) == _LONGEST:  # it may have been cut
        raise NotUnderstoodError("too long an address")
    return UsedId(session, address)


def result(answer: etree._Element) -> PersonalData | Failed:
    """Raises `NotUnderstoodError`."""
    failed = _failed(answer, "getResultResponse")
    if failed:
        return failed
    data = answer.find(_path("PersonalData"))
    if data is None:
        raise NotUnderstoodError("no personal data")
    residence = data.find(_path(Attribute.PLACE_OF_RESIDENCE.value))
    return PersonalData(dict(_texts(data)), _place(residence) if residence is not None else None)


def permitted(answer: etree._Element) -> frozenset[Attribute]:
    """What the certificate of the service allows to read. Raises `NotUnderstoodError`."""
    if _failed(answer, "getServerInfoResponse", result_needed=False):
        raise NotUnderstoodError("no server information")
    rights = answer.find(_path("DocumentVerificationRights"))
    if rights is None:
        raise NotUnderstoodError("no rights")
    return frozenset(one for one in Attribute if _text(rights, one.value) == "ALLOWED")


def _texts(data: etree._Element) -> Iterator[tuple[Attribute, str]]:
    for attribute in Attribute:
        element = data.find(_path(attribute.value))
        if element is None:
            continue
        if attribute in PLACES:
            text = _place(element).line
        elif attribute in DATES:
            text = _date(_text(element, "DateString") or _own(element))
        else:
            text = _own(element)
        if text:
            yield attribute, text


def _place(element: etree._Element) -> Place:
    structured = element.find(_path("StructuredPlace"))
    if structured is None:
        return Place(text=_text(element, "FreetextPlace"))
    return Place(
        street=_text(structured, "Street"),
        postcode=_text(structured, "ZipCode"),
        city=_text(structured, "City"),
        country=_text(structured, "Country"),
    )


def _date(written: str) -> str:
    """ "19640812" or "1964-08-12" as 12.08.1964; of "1964    " the year, for some only know that."""
    digits = written.replace("-", "")[:8].ljust(8)
    year, month, day = digits[:4].strip(), digits[4:6].strip(), digits[6:8].strip()
    return ".".join(part for part in (day, month, year) if part) if year.isdigit() else ""


def _failed(answer: etree._Element, name: str, *, result_needed: bool = True) -> Failed | None:
    if answer.tag != f"{{{EID}}}{name}":
        raise NotUnderstoodError("another answer")
    said = answer.find(f"{{{DSS}}}Result")
    if said is None:
        if result_needed:
            raise NotUnderstoodError("no result")
        return None
    major = (said.findtext(f"{{{DSS}}}ResultMajor") or "").strip()
    if major == f"{_MAJOR}ok":
        return None
    minor = (said.findtext(f"{{{DSS}}}ResultMinor") or "").strip()
    return Failed(minor.rsplit("#", 1)[-1][:80])


def _element(name: str) -> etree._Element:
    namespaces: Mapping[str | None, str] = {"eid": EID}
    return etree.Element(f"{{{EID}}}{name}", nsmap=dict(namespaces))


def _path(names: str) -> str:
    return "/".join(f"{{{EID}}}{name}" for name in names.split("/"))


def _text(parent: etree._Element, names: str) -> str:
    found = parent.find(_path(names))
    return _own(found) if found is not None else ""


def _own(element: etree._Element) -> str:
    """Never longer than a name may be."""
    return one_line(element.text or "", _LONGEST)
