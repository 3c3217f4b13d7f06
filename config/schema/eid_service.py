"""[eid_service]: the town's eID service, which reads cards for it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from config.schema.web_address import web_address
from terminal.central.offices.frozen import Frozen

_URL = "https://eid.example.org/eID"


def _https(url: str) -> str:
    """Never plain: not even on this machine."""
    if not url.startswith("https://"):
        raise ValueError('must begin with "https://"')
    return url


def _with_session(url: str) -> str:
    """After the host: else every card would be sent without saying to which session."""
    if "{session}" not in url.removeprefix("https://").partition("/")[2]:
        raise ValueError('must hold "{session}" after the host')
    return url


Address = Annotated[str, AfterValidator(web_address(_URL, "identity_file")), AfterValidator(_https)]


class EidService(Frozen):
    """Bought from a provider of eID services, who speaks TR-03130: docs/eid.md."""

    address: Address | None = Field(
        default=None,
        examples=[_URL],
        description="Where its customers reach it (TR-03130, SOAP). Without it nobody can identify here.",
    )
    tc_token: Annotated[Address, AfterValidator(_with_session)] | None = Field(
        default=None,
        examples=["https://eid.example.org/tctoken?session={session}"],
        description="Where AusweisApp begins, with {session} in it; without: the address that the service tells. Its host is the only one that a card is sent to.",
    )
    certificate: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/eid-service.pem"],
        description="The certificate with which the service signs its answers (PEM).",
    )
    authority: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/eid-authority.pem"],
        description="Certificate of the authority that vouches for `address`, where it is not one that the machine knows.",
    )
    prefill: bool = Field(
        default=False,
        examples=[True],
        description="The name for an appointment can be taken from the card. The town's certificate has to cover this purpose.",
    )
    identity_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/eid-identity.pem"],
        description="The town's own certificate and key (PEM, one file, closed to others): for TLS, and to sign what is asked.",
    )

    @property
    def complete(self) -> bool:
        """Whether cards can be read with it."""
        return bool(self.address and self.certificate and self.identity_file)
