"""[town]: who runs the kiosk and how it presents itself."""

from typing import Annotated

from pydantic import AfterValidator, Field

from config.colours import checked_accent
from terminal.central.offices.frozen import Frozen
from terminal.central.offices.hours import OpeningHours
from terminal.central.offices.language_map import LanguageMap, Words
from terminal.central.offices.office import Address, Web

Accent = Annotated[str, AfterValidator(checked_accent)]


class Town(Frozen):
    """The town and its look. The accent fills the banner and nothing else."""

    name: Words = Field(description="Short name, shown in the banner.", examples=["Brandis"])
    full_name: LanguageMap = Field(
        description="Full name, shown in texts.", examples=['{ de = "Stadt Brandis", en = "Town of Brandis" }']
    )
    address: Address = Field(description="Address of the town hall.")
    web: Web | None = Field(default=None, description="The town's web site.", examples=["https://www.example.org/"])
    accent: Accent = Field(
        default="#8B4437",
        examples=["#8B4437"],
        description="Colour of the banner. At least 4.5:1 against white; neither the red of warnings nor the blue "
        "of buttons.",
    )
    arms: str | None = Field(
        default=None,
        examples=["wappen.png"],
        description="File with the town's coat of arms (PNG); not set: an empty shield.",
    )
    reception: LanguageMap = Field(
        description="Where to go when the kiosk is out of order.",
        examples=['{ de = "Bitte gehen Sie zum Empfang.", en = "Please go to the reception." }'],
    )
    reception_hours: OpeningHours | None = Field(
        default=None,
        examples=['{ mon = ["08:00-16:00"], tue = ["08:00-18:00"] }'],
        description="When somebody is at the reception; not set: the screen does not say.",
    )
