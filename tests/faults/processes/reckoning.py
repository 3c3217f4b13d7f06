"""What must be true after every story, whatever happened in it."""

import json
from collections import Counter
from signal import SIGCONT, SIGTERM

from terminal.events import EventId, event
from tests.faults.processes.acts import reload, send
from tests.faults.processes.kiosk import BACK_S
from tests.faults.processes.play import Player
from tests.kiosk.patience import until
from tests.kiosk.processes import children, residents
from tests.supervisor.running import Json

_COUNTED = {
    "visit-began": "visits_today",
    "front-shown": "shown",
    "front-lost": "fronts_lost",
    "spare-lost": "spares_lost",
    "closing-overdue": "closings_overdue",
}
_LAST = "9"


def reckon(player: Player, files: int) -> None:
    """Fails with what is broken. `files`: as many as the supervisor had open when all was well at first."""
    player.wait_until_over()
    if not player.events_lost:
        _nothing_owed_is_lost_and_nothing_shown_is_taken_back(player)
    _heal(player)
    _it_comes_back_with_the_newest_configuration(player)
    _the_next_visits_are_served(player)
    _nobody_else_lives_and_nothing_is_left_open(player, files)
    _what_happened_is_what_is_counted_and_logged(player)
    _nothing_owed_is_lost_and_nothing_shown_is_taken_back(player)
    _it_ends_when_told_and_leaves_nobody(player)


def _heal(player: Player) -> None:
    """Whatever does not heal by itself: what visits do, the disk, the files, a stopped server, a stopped caretaker."""
    player.behave("good")
    player.kiosk.disk.mend()
    player.kiosk.mood.unlink(missing_ok=True)
    for called in ("caretaker", "sleep"):
        send(player, SIGCONT, called)
    reload(player, digit=_LAST)


def _it_comes_back_with_the_newest_configuration(player: Player) -> None:
    def back(status: Json) -> bool:
        places = [status[place] and status[place]["configuration"] for place in ("front", "spare")]
        return places == [_LAST * 16] * 2 and all(part["well"] for part in status["parts"]) and player.answers()

    player.kiosk.until(back, within_s=BACK_S)


def _the_next_visits_are_served(player: Player) -> None:
    for _ in range(2):
        status = player.kiosk.at_rest()
        player.press("finish")
        player.kiosk.until(lambda now: now["front"]["pid"] == status["spare"]["pid"], within_s=BACK_S)  # noqa: B023 - called at once


def _nobody_else_lives_and_nothing_is_left_open(player: Player, files: int) -> None:
    kiosk = player.kiosk
    kiosk.at_rest()
    until(
        lambda: kiosk.open_files() == files or None,
        lambda: f"{kiosk.open_files()} files are open, not {files}",
        pid=kiosk.pid,
        within_s=BACK_S,
    )
    assert set(residents(kiosk.runtime)) == {kiosk.pid, *children(kiosk.pid)}


def _what_happened_is_what_is_counted_and_logged(player: Player) -> None:
    counts, logged = player.kiosk.status()["counts"], _logged(player)
    found = Counter(_COUNTED.get(one["event"], "") for one in logged)
    for name in _COUNTED.values():
        assert found[name] <= counts[name] and (player.events_lost or found[name] == counts[name]), (
            name,
            counts,
            logged,
        )
    if not player.events_lost:
        outages = [one["event"] for one in logged if one["event"] in ("out-of-order", "back-in-order")]
        assert outages[-1:] in ([], ["back-in-order"]), logged
    if player.gentle:
        # On a busy machine somebody may seem to hang.
        assert not [one for one in logged if one.get("how") in ("exited", "killed")], logged
        assert counts["visits_today"] == player.begun
    assert counts["visits_today"] <= player.begun


def _logged(player: Player) -> list[Json]:
    """What the present supervisor has logged; every line of the log is an event of the catalogue."""
    events = [json.loads(line) for line in player.kiosk.log()]
    for logged in events:
        fields = {name: value for name, value in logged.items() if name not in ("at", "event")}
        event(EventId(logged["event"]), **fields)
    return events[player.logged_before :]


def _nothing_owed_is_lost_and_nothing_shown_is_taken_back(player: Player) -> None:
    kiosk = player.kiosk
    living = children(kiosk.pid)
    due = {op for op, pid in player.owed.items() if pid not in living}
    until(
        lambda: due <= kiosk.released() or None,
        lambda: f"{due - kiosk.released()} is still owed",
        pid=kiosk.pid,
        within_s=BACK_S,
    )
    assert kiosk.released() <= due, f"{kiosk.released() - due} was taken back, {player.kept} was shown"


def _it_ends_when_told_and_leaves_nobody(player: Player) -> None:
    assert player.kiosk.end_supervisor(SIGTERM) == 0
    assert json.loads(player.kiosk.log()[-1])["event"] == "kiosk-stopped"
    assert not list(player.kiosk.runtime.glob("*.sock"))
