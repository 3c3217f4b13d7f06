"""SOAP 1.1 messages signed as TR-03130 asks for (its WSDL's policy SigOnly): X.509 by issuer and serial number, a timestamp, body and timestamp signed.

What is verified is what is used: signxml gives back the elements whose digests held, and nothing else of a message is ever looked at. So an
element that was moved, doubled or wrapped is either not signed or not the body (XML signature wrapping).
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_hex

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureConstructionMethod, SignatureMethod
from signxml.exceptions import InvalidInput, SignXMLException
from signxml.signer import SignatureReference, XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from terminal.values import valueclass

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-"
WSSE = f"{_WSS}wssecurity-secext-1.0.xsd"
WSU = f"{_WSS}wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"

LARGEST = 512 * 1024
DEEPEST = 60
CLOCKS_DIFFER = timedelta(minutes=5)
_VALID = timedelta(minutes=5)
_LONGEST_VALID = timedelta(hours=1)
_C14N = CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0
_METHODS = frozenset(
    {SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA512, SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA512}
)
_DIGESTS = frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA512})
_ID = f"{{{WSU}}}Id"

PrivateKey = RSAPrivateKey | EllipticCurvePrivateKey


class NotAuthenticError(Exception):
    """The message is not certainly the service's own answer of now; the text says what is wrong, and nothing of its content."""


@valueclass(frozen=True)
class Identity:
    """A key and its certificate."""

    key: PrivateKey
    certificate: x509.Certificate


@valueclass(frozen=True, repr=False)
class Verified:
    """The only element in the body, and the digest of all that was signed: the same however the rest of a message is changed."""

    element: etree._Element
    digest: bytes


def signed(body: etree._Element, ours: Identity, now: datetime) -> bytes:
    """A message with `body` in it, signed by us."""
    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP, "wsse": WSSE, "wsu": WSU})
    security = etree.SubElement(etree.SubElement(envelope, f"{{{SOAP}}}Header"), f"{{{WSSE}}}Security")
    security.set(f"{{{SOAP}}}mustUnderstand", "1")
    timestamp = etree.SubElement(security, f"{{{WSU}}}Timestamp", {_ID: f"T-{token_hex(8)}"})
    etree.SubElement(timestamp, f"{{{WSU}}}Created").text = _written(now)
    etree.SubElement(timestamp, f"{{{WSU}}}Expires").text = _written(now + _VALID)
    holder = etree.SubElement(envelope, f"{{{SOAP}}}Body", {_ID: f"B-{token_hex(8)}"})
    holder.append(body)
    security.append(_signature(envelope, (timestamp, holder), ours))
    message: bytes = etree.tostring(envelope, xml_declaration=True, encoding="UTF-8")
    return message


def verified(message: bytes, theirs: x509.Certificate, now: datetime) -> Verified:
    """What is in the body of a message that `theirs` has signed a moment ago. Raises `NotAuthenticError`."""
    envelope = _parsed(message)
    security = _only(envelope, f"{{{SOAP}}}Header/{{{WSSE}}}Security")
    timestamp, body = _only(security, f"{{{WSU}}}Timestamp"), _only(envelope, f"{{{SOAP}}}Body")
    wanted = {_id_of(timestamp), _id_of(body)}
    ids = [element.get(_ID) for element in envelope.iter() if element.get(_ID) is not None]
    if len(wanted) != 2 or any(ids.count(id) != 1 for id in wanted):
        raise NotAuthenticError("an id is not unique")
    signature = _only(security, f"{{{DS}}}Signature")
    _check_signer(signature, theirs)
    parts = _held(message, theirs)
    held = {part.get(_ID): part for part in parts if part is not None}
    if set(held) != wanted:
        raise NotAuthenticError("something else than body and timestamp is signed")
    signed_timestamp, signed_body = held[_id_of(timestamp)], held[_id_of(body)]
    if signed_timestamp.tag != timestamp.tag or signed_body.tag != body.tag:
        raise NotAuthenticError("something else than body and timestamp is signed")
    _check_time(signed_timestamp, now)
    children = list(signed_body)
    if len(children) != 1:
        raise NotAuthenticError("its body does not hold one element")
    told = b"".join(etree.tostring(part, method="c14n", exclusive=True) for part in (signed_timestamp, signed_body))
    return Verified(children[0], sha256(told).digest())


def _signature(envelope: etree._Element, parts: tuple[etree._Element, ...], ours: Identity) -> etree._Element:
    method = SignatureMethod.RSA_SHA256 if isinstance(ours.key, RSAPrivateKey) else SignatureMethod.ECDSA_SHA256
    signer = XMLSigner(
        method=SignatureConstructionMethod.detached,
        signature_algorithm=method,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=_C14N,
    )
    references = [SignatureReference(URI=f"#{part.get(_ID)}", c14n_method=_C14N) for part in parts]
    return signer.sign(
        envelope, key=ours.key, reference_uri=references, key_info=_key_info(ours.certificate), id_attribute="Id"
    )


def _key_info(certificate: x509.Certificate) -> etree._Element:
    """WSS X.509 Certificate Token Profile 1.0, 3.2.3."""
    info = etree.Element(f"{{{DS}}}KeyInfo", nsmap={"ds": DS})
    reference = etree.SubElement(info, f"{{{WSSE}}}SecurityTokenReference", nsmap={"wsse": WSSE})
    serial = etree.SubElement(etree.SubElement(reference, f"{{{DS}}}X509Data"), f"{{{DS}}}X509IssuerSerial")
    etree.SubElement(serial, f"{{{DS}}}X509IssuerName").text = certificate.issuer.rfc4514_string()
    etree.SubElement(serial, f"{{{DS}}}X509SerialNumber").text = str(certificate.serial_number)
    return info


def _parsed(message: bytes) -> etree._Element:
    """No entities, no DTD, nothing from elsewhere, and never more than it may be."""
    if len(message) > LARGEST:
        raise NotAuthenticError("it is too long")
    if b"<!DOCTYPE" in message or b"<!ENTITY" in message:
        raise NotAuthenticError("it has a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(message, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise NotAuthenticError("it is no XML") from None
    if root.tag != f"{{{SOAP}}}Envelope" or root.getroottree().docinfo.doctype:
        raise NotAuthenticError("it is no SOAP message")
    if any(_depth(element) > DEEPEST for element in root.iter() if not len(element)):
        raise NotAuthenticError("it is nested too deeply")
    return root


def _depth(element: etree._Element) -> int:
    return sum(1 for _ in element.iterancestors())


def _only(parent: etree._Element, path: str) -> etree._Element:
    found = parent.findall(path)
    if len(found) != 1:
        raise NotAuthenticError(f"it has {len(found)} of {path.rsplit('}', 1)[-1]}")
    return found[0]


def _id_of(element: etree._Element) -> str:
    return element.get(_ID) or ""


def _check_signer(signature: etree._Element, theirs: x509.Certificate) -> None:
    """Who it says has signed; whether that is so is for the signature to show."""
    serials = signature.findall(f".//{{{DS}}}X509SerialNumber")
    if len(serials) != 1 or (serials[0].text or "").strip() != str(theirs.serial_number):
        raise NotAuthenticError("it is signed by another certificate")


def _held(message: bytes, theirs: x509.Certificate) -> list[etree._Element | None]:
    """The signed elements, as they were signed."""
    config = SignatureConfiguration(
        require_x509=True,
        location=f"{{{SOAP}}}Header/{{{WSSE}}}Security/",
        expect_references=2,
        signature_methods=_METHODS,
        digest_algorithms=_DIGESTS,
        default_reference_c14n_method=_C14N,
    )
    try:
        found = XMLVerifier().verify(
            message, x509_cert=theirs, id_attribute="Id", expect_config=config, validate_schema=False
        )
    except (SignXMLException, InvalidInput, etree.LxmlError, ValueError, KeyError, TypeError) as error:
        raise NotAuthenticError(f"its signature does not hold ({type(error).__name__})") from None
    return [one.signed_xml for one in (found if isinstance(found, list) else [found])]


def _check_time(timestamp: etree._Element, now: datetime) -> None:
    created, expires = (_read(timestamp, name) for name in ("Created", "Expires"))
    late = expires + CLOCKS_DIFFER < now or expires - created > _LONGEST_VALID
    if late or abs(now - created) > CLOCKS_DIFFER:
        raise NotAuthenticError("it is not of now")


def _read(timestamp: etree._Element, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_only(timestamp, f"{{{WSU}}}{name}").text or "")
    except ValueError:
        raise NotAuthenticError("its time cannot be read") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
