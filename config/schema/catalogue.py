"""[catalogue]: the services that citizens find here."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from terminal.central.offices.frozen import Frozen

ServiceId = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Catalogue(Frozen):
    """Where services come from, and who is responsible for them here: docs/catalogue.md."""

    source: Literal["bundled", "imported"] = Field(
        default="bundled",
        examples=["imported"],
        description="bundled: the services that come with the kiosk. imported: those of `./kiosk catalogue import`; as long as nothing was "
        "imported, the bundled ones.",
    )
    own: str = Field(
        default="",
        examples=["services"],
        description="A folder of the town's own service files, seen from the folder of the configuration. A file with the name of another "
        "service takes its place.",
    )
    hidden: tuple[ServiceId, ...] = Field(
        default=(), examples=['["second-home-tax"]'], description="Services that are not offered here."
    )
    responsible: Mapping[str, str] = Field(
        default={},
        examples=['{ citizens-office = "buergerbuero" }'],
        description="Which office of the town hall is which of config/catalogue/responsible.toml.",
    )
    concerns: Mapping[ServiceId, str] = Field(
        default={},
        examples=['{ identity-card = "personalausweis" }'],
        description="For which concern an appointment is booked from the page of a service.",
    )
