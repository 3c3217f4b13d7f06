"""The shape that every piece of the town's own data has."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Data that is checked once, compared by value and never changed; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, str_strip_whitespace=True)
