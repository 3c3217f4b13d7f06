"""[supervisor]: how the kiosk watches itself."""

from typing import Self

from pydantic import Field, model_validator

from terminal.central.offices.frozen import Frozen


class Supervisor(Frozen):
    """Watching, healing and giving up. The defaults suit nearly every kiosk."""

    heartbeat_s: float = Field(default=2, ge=0.2, le=10, examples=[2], description="How often the screen reports.")
    hang_s: float = Field(
        default=5,
        ge=1,
        le=60,
        examples=[5],
        description="Silent for so long, the screen counts as frozen and is replaced.",
    )
    recycle_idle_h: float = Field(
        default=4, gt=0, le=48, examples=[4], description="An unused start screen is replaced after so long."
    )
    silent_closing_s: float = Field(
        default=10, ge=1, le=60, examples=[10], description="So long an ended visit may tidy up behind the next one."
    )
    out_of_order_after: int = Field(
        default=5,
        ge=2,
        le=50,
        examples=[5],
        description="So many lost screens within `out_of_order_window_s`, or visits in a row that do not start, put the kiosk out of order.",
    )
    out_of_order_window_s: float = Field(
        default=60, ge=5, le=3600, examples=[60], description="The time in which lost screens are counted."
    )
    out_of_order_retry_s: float = Field(
        default=30, ge=5, le=3600, examples=[30], description="How often an out-of-order kiosk tries to work again."
    )

    @model_validator(mode="after")
    def _hang_is_longer_than_a_beat(self) -> Self:
        if self.hang_s < 2 * self.heartbeat_s:
            raise ValueError(f"hang_s ({self.hang_s:g}) must be at least twice heartbeat_s ({self.heartbeat_s:g})")
        return self
