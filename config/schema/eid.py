"""[eid]: identity cards."""

from typing import Literal

from pydantic import Field

from terminal.central.offices.frozen import Frozen


class Eid(Frozen):
    """Needs a card reader and AusweisApp: docs/eid.md."""

    pin_entry: Literal["reader", "screen"] = Field(
        default="reader",
        examples=["screen"],
        description="Where PINs are entered: at a reader with keys of its own, or also on the screen where the reader has "
        "none. The screen is the town's decision (section 27(3) PAuswG, docs/eid.md). A simulation always allows it.",
    )
    shuffled: bool = Field(
        default=False, examples=[True], description="On the screen the keys for PINs stand in another order each time."
    )
    concern: str = Field(
        default="",
        examples=["ausweis-pin"],
        description="The id of the concern with which an office helps with the PIN: it is offered for booking where the "
        "kiosk cannot help.",
    )
