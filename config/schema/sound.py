"""[sound]: what is heard."""

from pydantic import Field

from terminal.central.offices.frozen import Frozen


class Sound(Frozen):
    """A signal sounds when nobody has pressed anything for long, and when a card was left on the reader."""

    device: str = Field(
        default="default",
        max_length=200,
        pattern=r"^[^\x00-\x1f]*$",
        examples=["plughw:1,0"],
        description="The loudspeaker, as `aplay -L` lists them; empty: no sound.",
    )
