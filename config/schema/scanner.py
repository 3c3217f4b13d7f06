"""[scanner]: what reads the codes of slips."""

from typing import Literal

from pydantic import Field

from terminal.central.offices.frozen import Frozen


class Scanner(Frozen):
    """Without a scanner citizens type the number of their appointment."""

    kind: Literal["none", "keyboard"] = Field(
        default="none",
        examples=["keyboard"],
        description="`keyboard`: a scanner that types what it reads like a USB keyboard, with Enter at its end, as they "
        "come from the factory. `./kiosk run --simulate` can always scan: `./kiosk dock scan TEXT`.",
    )
