"""An eID service's customer interface (TR-03130) of our own, which signs and verifies without any code of the product.

It canonicalizes with lxml and signs with cryptography, as the standards say, element by element.
"""

import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"
DS = "http://www.w3.org/2000/09/xmldsig#"
EID = "http://bsi.bund.de/eID/"
DSS = "urn:oasis:names:tc:dss:1.0:core:schema"
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
OK = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok"
ERROR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error"
MINOR = "http://www.bsi.bund.de/eid/server/2.0/resultminor/getResult#"


@dataclass(frozen=True)
class Signer:
    """A key with its certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        """Certificate and key, as TLS wants them."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return self.certificate.public_bytes(serialization.Encoding.PEM) + key


def signer(name: str, days: int = 30) -> Signer:
    """A new one, self-signed, for localhost."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Signer(key, made)


def message(body: str, by: Signer, now: datetime | None = None, lasts: timedelta = timedelta(minutes=5)) -> bytes:
    """A signed SOAP message around `body`."""
    now = now or datetime.now(UTC)
    ids = f"T{token_hex(6)}", f"B{token_hex(6)}"
    stamp = f"<wsu:Created>{_time(now)}</wsu:Created><wsu:Expires>{_time(now + lasts)}</wsu:Expires>"
    text = (
        f'<s:Envelope xmlns:s="{SOAP}" xmlns:wsse="{WSSE}" xmlns:wsu="{WSU}" xmlns:ds="{DS}"><s:Header><wsse:Security>'
        f'<wsu:Timestamp wsu:Id="{ids[0]}">{stamp}</wsu:Timestamp></wsse:Security></s:Header>'
        f'<s:Body wsu:Id="{ids[1]}">{body}</s:Body></s:Envelope>'
    )
    root = etree.fromstring(text.encode())
    references = "".join(_reference(_by_id(root, id), id) for id in ids)
    info = etree.fromstring(
        f'<ds:SignedInfo xmlns:ds="{DS}"><ds:CanonicalizationMethod Algorithm="{C14N}"/>'
        f'<ds:SignatureMethod Algorithm="{RSA_SHA256}"/>{references}</ds:SignedInfo>'
    )
    value = b64encode(by.key.sign(_canonical(info), padding.PKCS1v15(), hashes.SHA256())).decode()
    issuer = by.certificate.issuer.rfc4514_string()
    signature = etree.fromstring(
        f'<ds:Signature xmlns:ds="{DS}" xmlns:wsse="{WSSE}"><ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo>'
        f"<wsse:SecurityTokenReference><ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>{issuer}</ds:X509IssuerName>"
        f"<ds:X509SerialNumber>{by.certificate.serial_number}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data>"
        f"</wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>"
    )
    signature.insert(0, info)
    root.find(f"{{{SOAP}}}Header/{{{WSSE}}}Security").append(signature)
    return etree.tostring(root)


def opened(data: bytes, by: Signer, now: datetime | None = None) -> Any:
    """The element in the body of a message that `by` signed. Raises AssertionError for anything else."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    security = root.find(f"{{{SOAP}}}Header/{{{WSSE}}}Security")
    info = security.find(f"{{{DS}}}Signature/{{{DS}}}SignedInfo")
    value = security.findtext(f"{{{DS}}}Signature/{{{DS}}}SignatureValue")
    assert info.find(f"{{{DS}}}SignatureMethod").get("Algorithm") == RSA_SHA256
    by.certificate.public_key().verify(b64decode(value), _canonical(info), padding.PKCS1v15(), hashes.SHA256())
    serial = security.findtext(f".//{{{WSSE}}}SecurityTokenReference//{{{DS}}}X509SerialNumber")
    assert serial == str(by.certificate.serial_number)
    covered = set()
    for reference in info.findall(f"{{{DS}}}Reference"):
        element = _by_id(root, reference.get("URI")[1:])
        digest = b64encode(hashlib.sha256(_canonical(element)).digest()).decode()
        assert reference.findtext(f"{{{DS}}}DigestValue") == digest
        covered.add(element)
    body, stamp = root.find(f"{{{SOAP}}}Body"), security.find(f"{{{WSU}}}Timestamp")
    assert covered == {body, stamp}
    created = datetime.fromisoformat(stamp.findtext(f"{{{WSU}}}Created"))
    assert abs(created - (now or datetime.now(UTC))) < timedelta(minutes=5)
    (element,) = body
    return element


def use_id_response(session: str, address: str) -> str:
    """With a pre-shared key, which the schema wants and this interface does not use."""
    return (
        f'<e:useIDResponse xmlns:e="{EID}"><e:Session><e:ID>{session}</e:ID></e:Session>'
        f"<e:eCardServerAddress>{address}</e:eCardServerAddress><e:PSK><e:ID>{token_hex(16)}</e:ID>"
        f"<e:Key>{token_hex(32)}</e:Key></e:PSK>{result_of(OK)}</e:useIDResponse>"
    )


def get_result_response(personal: str) -> str:
    """With `personal` as the content of PersonalData."""
    return f'<e:getResultResponse xmlns:e="{EID}"><e:PersonalData>{personal}</e:PersonalData>{result_of(OK)}</e:getResultResponse>'


def failure(name: str, minor: str) -> str:
    """The answer `name` that says why not."""
    return f'<e:{name} xmlns:e="{EID}">{result_of(ERROR, minor)}</e:{name}>'


def result_of(major: str, minor: str = "") -> str:
    """dss:Result."""
    more = f"<d:ResultMinor>{MINOR}{minor}</d:ResultMinor>" if minor else ""
    return f'<d:Result xmlns:d="{DSS}"><d:ResultMajor>{major}</d:ResultMajor>{more}</d:Result>'


@dataclass
class Recorded:
    """What the customer has asked for."""

    operations: dict[str, str] = field(default_factory=dict)
    counters: list[int] = field(default_factory=list)


def _reference(element: Any, id: str) -> str:
    digest = b64encode(hashlib.sha256(_canonical(element)).digest()).decode()
    return (
        f'<ds:Reference URI="#{id}"><ds:Transforms><ds:Transform Algorithm="{C14N}"/></ds:Transforms>'
        f'<ds:DigestMethod Algorithm="{SHA256}"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>'
    )


def _by_id(root: Any, id: str) -> Any:
    (found,) = root.xpath("//*[@wsu:Id=$id]", namespaces={"wsu": WSU}, id=id)
    return found


def _canonical(element: Any) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
