"""[languages] and [visit]: what a citizen can count on."""

from typing import Literal, Self

from pydantic import Field, model_validator

from terminal.central.offices.frozen import Frozen

Language = Literal["de", "en"]


class Languages(Frozen):
    """Languages that citizens can choose."""

    offered: tuple[Language, ...] = Field(
        default=("de", "en"), min_length=1, examples=['["de", "en"]'], description="In this order."
    )
    default: Language = Field(default="de", description="Language of the start screen.", examples=["de"])

    @model_validator(mode="after")
    def _default_is_offered(self) -> Self:
        if len(set(self.offered)) < len(self.offered):
            raise ValueError("offered names a language twice")
        if self.default not in self.offered:
            raise ValueError(f'default is "{self.default}", but offered does not contain it')
        return self


class Visit(Frozen):
    """How long a visit waits. One press extends it, as often as one likes (EN 301 549, 11.2.2.1)."""

    idle_s: int = Field(
        default=60,
        ge=20,
        le=1800,
        examples=[60],
        description="Without any input for so long, the visit asks whether someone is still there.",
    )
    warning_s: int = Field(
        default=30,
        ge=20,
        le=300,
        examples=[30],
        description="So long it waits for an answer, counting down. 20 is the law's least.",
    )
    more_time_factor: float = Field(
        default=3,
        ge=1,
        le=10,
        examples=[3],
        description="`idle_s` is multiplied by it for people who asked for more time.",
    )
