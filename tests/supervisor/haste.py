"""The supervision's own waits, shortened: what takes a kiosk half a minute takes a story half a second."""

from functools import partial

from terminal.supervisor import (
    births,
    caretaking,
    clerk,
    kiosk,
    losses,
    outage,
    processes,
    services,
    spawning,
    supervisor,
)

_SHORT_S = {
    supervisor: {"READY_S": 0.7, "SHOW_S": 0.5, "USABLE_S": 0.2, "LONGEST_CLOSING_S": 2.0},
    outage: {"_FIRST_TRY_S": 0.1},
    losses: {"_FIRST_WAIT_S": 0.02},
    spawning: {"_AGAIN_S": 0.05},
    processes: {"_ENDING_S": 0.1},
    births: {"_COMING_S": 0.5, "_READY_S": 1.0, "_LONGEST_WAIT_S": 0.2},
    caretaking: {"AGAIN_S": 0.1, "AT_MOST_S": 0.4},
    services: {"_FIRST_WAIT_S": 0.05, "_LONGEST_WAIT_S": 0.2, "_STEADY_S": 0.3},
}
_ERRAND_S = 0.7


def make_haste() -> None:
    """For this whole process, before the kiosk is made."""
    for module, waits in _SHORT_S.items():
        for name, seconds in waits.items():
            assert isinstance(getattr(module, name), float), f"{module.__name__} has no {name} any more"
            setattr(module, name, seconds)
    kiosk.Clerk = partial(clerk.Clerk, longest_s=_ERRAND_S)  # type: ignore[misc, assignment]
