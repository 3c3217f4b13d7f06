"""[screen]: how large the screen is. Sizes on it are rules in millimetres, for people 600 mm away."""

from typing import Self

from pydantic import Field, model_validator

from terminal.central.offices.frozen import Frozen


class Screen(Frozen):
    """The screen. Measure it, or give `px_per_mm`."""

    px_per_mm: float = Field(
        default=3.21,
        ge=1,
        le=12,
        examples=[3.21],
        description="Resolution, where width and height are not given. 27 inch Full HD: 3.21.",
    )
    width_mm: float | None = Field(
        default=None,
        ge=100,
        le=3000,
        examples=[336],
        description="Width of the picture as it hangs. Only together with `height_mm`; then `px_per_mm` is not used.",
    )
    height_mm: float | None = Field(
        default=None, ge=100, le=3000, examples=[598], description="Height of the picture as it hangs."
    )

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.width_mm is None) != (self.height_mm is None):
            raise ValueError("give both width_mm and height_mm, or neither")
        return self
