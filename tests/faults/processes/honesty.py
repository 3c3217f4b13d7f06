"""Whether what the kiosk says of itself holds together, and is the reason that there really is."""

from dataclasses import dataclass

from tests.supervisor.running import Json

_CODES = {"no-display": "03", "never-warm": "02", "dies-at-start": "02", "dies-when-shown": "02"}


@dataclass
class Circumstances:
    """What is in the kiosk's way at the moment: how visits behave that are born now, and what is wrong with the files."""

    conduct: str = "good"
    files: str = ""

    @property
    def codes(self) -> set[str]:
        """The fault codes that would be honest."""
        of_files = {"broken": {"01"}, "deadly": {"02"}}.get(self.files, set[str]())
        return of_files | {code for conduct, code in _CODES.items() if conduct == self.conduct}

    @property
    def lets_a_spare_be_warm(self) -> bool:
        """Whether it is only a matter of time. One that dies when it is shown is shown at once where the front has grown old."""
        return self.conduct not in _CODES


def hold_together(status: Json) -> None:
    """What it says in one place it does not deny in another, and nobody is named in it."""
    front, spare, order = status["front"], status["spare"], status["order"]
    well = {part["part"]: part["well"] for part in status["parts"]}
    assert front is None or front["stage"] == "shown", status
    assert spare is None or spare["stage"] in ("starting", "configured", "warm", "called"), status
    assert front is None or spare is None or front["pid"] != spare["pid"], status
    assert not well["front"] or (front and order["state"] == "in-order"), status
    assert well["spare"] == bool(spare and spare["stage"] in ("warm", "called")), status
    assert well["display"] == (order.get("code") != "03"), status
    assert well["configuration"] == bool(status["configuration"]["digest"] and not status["configuration"]["problems"])
    assert status["closing"] >= 0, status
    assert "Erika" not in str(status)
