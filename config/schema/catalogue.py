"""[catalogue]: the services that citizens find here."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from config.schema.web_address import web_address
from terminal.central.offices.frozen import Frozen

ServiceId = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class Catalogue(Frozen):
    """Where services come from, and who is responsible for them here: docs/catalogue.md."""

    source: Literal["bundled", "imported"] = Field(
        default="bundled",
        examples=["imported"],
        description="bundled: the services that come with the kiosk. imported: those of `./kiosk catalogue import` or `sync`; as long as nothing "
        "was imported, the bundled ones.",
    )
    ars: str = Field(
        default="",
        pattern=r"^(\d{12})?$",
        examples=["147290040040"],
        description="The town's Amtlicher Regionalschlüssel, 12 digits: where `./kiosk catalogue sync` asks the Portalverbund's search service for.",
    )
    pvog: Annotated[str, AfterValidator(web_address("https://pvog.fitko.net/suchdienst/api", "catalogue"))] = Field(
        default="https://pvog.fitko.net/suchdienst/api",
        max_length=200,
        examples=["https://pvog.fitko.net/suchdienst/api"],
        description="The address of that search service.",
    )
    pvog_client_id: str = Field(
        default="",
        max_length=100,
        pattern=r"^[!-~]*$",
        examples=["00000000-0000-0000-0000-000000000000"],
        description="What FITKO calls this client; apply for one before you ask regularly.",
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
