"""[alerts]: who is told when the kiosk is out of order."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from config.schema.web_address import web_address
from terminal.central.offices.frozen import Frozen

_EXAMPLE = "https://alerts.example.org/kiosk"


class Alerts(Frozen):
    """Without `url` nobody is told, and the screen does not claim so."""

    url: Annotated[str, AfterValidator(web_address(_EXAMPLE, "token_file"))] | None = Field(
        default=None,
        examples=[_EXAMPLE],
        description="Address that receives a POST when the kiosk goes out of order and when it is back.",
    )
    token_file: str | None = Field(
        default=None,
        examples=["/etc/buerger-terminal/alert-token"],
        description="File that holds the token for this address. Only its owner may read it (chmod 600).",
    )

    @model_validator(mode="after")
    def _token_needs_an_address(self) -> Self:
        if self.token_file is not None and self.url is None:
            raise ValueError("token_file is set, but url is not")
        return self
