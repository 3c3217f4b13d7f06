"""The eID service of a town behind its port."""

from collections.abc import Mapping
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from config.schema.eid_service import EidService as Settings
from config.secrets import read_secret
from hardware.simulated.hindered_connection import HinderedConnection
from terminal.central.identity.port import EidService
from terminal.central.identity.tr03130.envelope import Identity
from terminal.central.identity.tr03130.service import Service, Tr03130
from terminal.desk.dock import DockCommand
from terminal.http import Connection
from terminal.moments import Clock


def eid_service_of(
    settings: Settings, clock: Clock, *, simulate: bool
) -> tuple[EidService | None, Mapping[str, DockCommand]]:
    """The service, and what the dock can ask of it in a simulation. None where the town has none. Raises OSError, ValueError and SecretRefusedError for files that have changed since they were checked."""
    if not (settings.address and settings.certificate and settings.identity_file):
        return None, {}
    certificate = x509.load_pem_x509_certificate(Path(settings.certificate).read_bytes())
    where = Service(settings.address, certificate, settings.tc_token or "")
    kind = HinderedConnection if simulate else Connection
    connection = kind(certificate=settings.authority, ours=settings.identity_file)
    service = Tr03130(where, identity_in(Path(settings.identity_file)), connection, clock.now)
    return service, {"eid-service": connection.asked} if isinstance(connection, HinderedConnection) else {}


def identity_in(file: Path) -> Identity:
    """Certificate and key out of one file. Raises ValueError for another kind of key, and SecretRefusedError."""
    pem = read_secret(file).encode()
    key = load_pem_private_key(pem, None)
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise ValueError("the key is neither RSA nor on an elliptic curve")
    return Identity(key, x509.load_pem_x509_certificate(pem))
