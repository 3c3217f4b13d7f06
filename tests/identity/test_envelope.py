"""Signed messages: what the service signed is understood, everything else is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from terminal.central.identity.tr03130.envelope import LARGEST, Identity, NotAuthenticError, signed, verified
from tests.identity.front import SOAP, WSSE, WSU, Signer, message, opened, signer

NOW = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
BODY = '<a xmlns="urn:x"><b>Erika</b></a>'


@pytest.fixture(scope="module")
def service() -> Signer:
    return signer("eid.example")


@pytest.fixture(scope="module")
def ours() -> Signer:
    return signer("kiosk.example")


def refused(data: bytes, service: Signer, why: str | None = None, now: datetime = NOW) -> None:
    with pytest.raises(NotAuthenticError, match=why):
        verified(data, service.certificate, now)


def test_what_we_sign_an_independent_implementation_verifies(ours: Signer) -> None:
    element = etree.fromstring(BODY)
    data = signed(element, Identity(ours.key, ours.certificate), NOW)
    assert opened(data, ours, NOW).findtext("{urn:x}b") == "Erika"


def test_what_an_independent_implementation_signs_we_verify(service: Signer) -> None:
    assert verified(message(BODY, service, NOW), service.certificate, NOW).element.findtext("{urn:x}b") == "Erika"


def test_every_byte_that_is_changed_is_noticed_or_does_not_matter(service: Signer) -> None:
    data = message(BODY, service, NOW)
    for place in range(0, len(data), 37):
        changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        try:
            assert verified(changed, service.certificate, NOW).element.findtext("{urn:x}b") == "Erika"
        except NotAuthenticError:
            continue


def test_another_signer_is_refused_even_with_the_serial_number_of_the_right_one(service: Signer) -> None:
    other = signer("eid.example")
    refused(message(BODY, other, NOW), service, "another certificate")
    pretending = message(BODY, other, NOW).replace(
        str(other.certificate.serial_number).encode(), str(service.certificate.serial_number).encode()
    )
    refused(pretending, service, "does not hold")


@pytest.mark.parametrize("minutes", [-60, -6, 6, 60])
def test_a_message_of_another_time_is_refused(service: Signer, minutes: int) -> None:
    refused(message(BODY, service, NOW + timedelta(minutes=minutes)), service, "not of now")


def test_a_message_that_would_hold_for_ever_is_refused(service: Signer) -> None:
    refused(message(BODY, service, NOW, timedelta(days=300)), service, "not of now")


def test_clocks_may_differ_a_little(service: Signer) -> None:
    verified(message(BODY, service, NOW + timedelta(minutes=4)), service.certificate, NOW)


def test_a_message_without_a_signature_is_refused(service: Signer) -> None:
    data = etree.fromstring(message(BODY, service, NOW))
    security = data.find(f"{{{SOAP}}}Header/{{{WSSE}}}Security")
    security.remove(security[-1])
    refused(etree.tostring(data), service, "0 of Signature")


def wrapped(data: bytes, kind: str) -> bytes:
    """Signature wrapping: the signed body is kept somewhere, and another one stands in its place."""
    root = etree.fromstring(data)
    header, body = root.find(f"{{{SOAP}}}Header"), root.find(f"{{{SOAP}}}Body")
    evil = etree.fromstring(
        f'<s:Body xmlns:s="{SOAP}" xmlns:wsu="{WSU}" wsu:Id="evil"><a xmlns="urn:x"><b>Mallory</b></a></s:Body>'
    )
    if kind == "moved-into-the-header":
        root.replace(body, evil)
        etree.SubElement(header, "wrapper").append(body)
    elif kind == "moved-into-the-body":
        root.replace(body, evil)
        evil.append(body)
    elif kind == "same-id-twice":
        evil.set(f"{{{WSU}}}Id", body.get(f"{{{WSU}}}Id"))
        root.replace(body, evil)
        etree.SubElement(header, "wrapper").append(body)
    elif kind == "second-body":
        root.append(evil)
    elif kind == "second-body-first":
        root.insert(1, evil)
    elif kind == "two-elements":
        body.append(evil[0])
    return etree.tostring(root)


@pytest.mark.parametrize(
    "kind",
    [
        "moved-into-the-header",
        "moved-into-the-body",
        "same-id-twice",
        "second-body",
        "second-body-first",
        "two-elements",
    ],
)
def test_a_wrapped_body_is_refused(service: Signer, kind: str) -> None:
    refused(wrapped(message(BODY, service, NOW), kind), service)


def test_a_message_in_which_only_the_timestamp_is_signed_is_refused(service: Signer) -> None:
    data = message(BODY, service, NOW).decode()
    begin = data.rindex("<ds:Reference")
    refused((data[:begin] + data[data.index("</ds:SignedInfo>") :]).encode(), service)


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>',
        b"",
        b"<",
        b"<a/>",
        b"\xff\xfe\x00",
        b"x" * (LARGEST + 1),
        b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
        b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"
        + b"<a>" * 200
        + b"</a>" * 200
        + b"</s:Envelope>",
    ],
    ids=["entity", "external", "bomb", "empty", "cut", "other", "binary", "huge", "bare", "deep"],
)
def test_hostile_xml_is_refused(service: Signer, data: bytes) -> None:
    refused(data, service)


def test_weak_algorithms_are_refused(service: Signer) -> None:
    data = message(BODY, service, NOW)
    weak = data.replace(
        b"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", b"http://www.w3.org/2000/09/xmldsig#rsa-sha1"
    )
    refused(weak, service, "does not hold")
