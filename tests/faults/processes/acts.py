"""What each act of a story does to a kiosk."""

import os
import resource
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count, cycle
from signal import SIGCONT, SIGKILL, SIGSTOP, SIGTERM, Signals
from typing import Any

from terminal.desk.call import ask
from tests.faults.processes.moment import Act
from tests.faults.processes.play import Player
from tests.kiosk.patience import gone
from tests.kiosk.processes import children, name

_FROZEN_S = 0.8
"""Longer than `hang_s`."""
_REFUSED_S = 0.15
"""Until a supervisor has tried more than once."""
_FILES = 1
"""Fewer than it has. With none it could not even wait for one (poll(2), EINVAL)."""
_MINUTES = 5 * 60
_HARM_OF_FILES: Mapping[str, dict[str, Any]] = {
    "": {},
    "broken": {"problems": ["broken"], "source": "shipped"},
    "deadly": {"snapshot": {"kills": True}},
}

_ops = (f"{number:032x}" for number in count())
_digits = cycle("bcdef")

Does = Callable[[Player], object]


def begin(player: Player) -> None:
    """Somebody touches the start screen."""
    player.begun += bool(player.press("begin")["ok"])


def owe(player: Player) -> None:
    """The front begins something that must not stay half done."""
    op = next(_ops)
    reply = player.press(f"begun:{op}")
    if reply["ok"]:
        player.owed[op] = reply["pid"]


def keep_word(player: Player) -> None:
    """The front shows all that it owes."""
    player.look()
    for op in player.owed_by_front():
        if player.press(f"shown:{op}")["ok"]:
            del player.owed[op]
            player.kept.add(op)


def pass_hours(player: Player) -> None:
    """On the simulated clock."""
    player.look()
    player.kiosk.dock(ask="clock", minutes=_MINUTES)


def send(player: Player, sign: Signals, called: str) -> None:
    """To the front or the spare as they were seen last, or to the supervisor's child that is called so."""
    if called in ("front", "spare"):
        if not player.stopped:
            player.look()
        pid = (player.last[called] or {}).get("pid")
    else:
        pid = player.kiosk.child(called)
    if pid in children(player.kiosk.pid):
        _harm(player, pid, sign)


def fail(player: Player, how: str) -> None:
    """The front does what no visit should."""
    reply = player.press(how)
    if reply["ok"]:
        player.harmed.add(reply["pid"])


def continue_all(player: Player) -> None:
    """Nobody is stopped any more."""
    player.let_it_work()
    player.harmed.clear()
    for pid in children(player.kiosk.pid):
        _kill(pid, SIGCONT)


def reload(player: Player, files: str = "", digit: str = "") -> None:
    """Have files read that differ from those before."""
    player.look()
    player.around.files = files
    player.kiosk.configure(digit or next(_digits), **_HARM_OF_FILES[files])
    ask(player.kiosk.runtime / "control.sock", {"ask": "reload"})


def lose_the_display(player: Player) -> None:
    """As when the X server dies."""
    player.behave("no-display")
    for place in ("front", "spare"):
        send(player, SIGTERM, place)


def fill_disk(player: Player) -> None:
    """From now on events may be lost."""
    player.events_lost = True
    player.kiosk.disk.fill()


def write_protect_disk(player: Player) -> None:
    """From now on events may be lost."""
    player.events_lost = True
    player.kiosk.disk.write_protect()


def refuse_room(player: Player) -> None:
    """Nothing new can be opened, not even the log, while somebody has to be replaced. Lasts until the supervisor has to answer."""
    front, pid = player.look()["front"], player.kiosk.pid
    player.events_lost = True
    player.room = resource.prlimit(pid, resource.RLIMIT_NOFILE)
    resource.prlimit(pid, resource.RLIMIT_NOFILE, (_FILES, player.room[1]))
    if front:
        _harm(player, front["pid"], SIGKILL)
    assert not gone(pid, _REFUSED_S), "the supervisor has ended"


def stop_supervisor(player: Player) -> None:
    """Until it has to answer."""
    player.look()
    os.kill(player.kiosk.pid, SIGSTOP)
    player.stopped = True


def freeze_supervisor(player: Player) -> None:
    """So long that every watch has rung when it wakes."""
    stop_supervisor(player)
    assert not gone(player.kiosk.pid, _FROZEN_S)
    player.let_it_work()


def start_again(player: Player, sign: Signals) -> None:
    """End the supervisor, and start it with what there is."""
    if sign is SIGTERM:
        player.look()
    assert player.kiosk.end_supervisor(sign) == (0 if sign is SIGTERM else -sign)
    player.stopped, player.room, player.begun = False, None, 0
    player.logged_before = len(player.kiosk.log())
    player.kiosk.begin()


def _harm(player: Player, pid: int, sign: Signals) -> None:
    """A stopped zygote or server is not missed until it is asked for something."""
    if sign is not SIGCONT and (sign is not SIGSTOP or name(pid) == "visit"):
        player.harmed.add(pid)
    _kill(pid, sign)


def _kill(pid: int, sign: Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, sign)


def _pressing(what: str) -> Does:
    return lambda player: player.press(what)


def _sending(sign: Signals, called: str) -> Does:
    return lambda player: send(player, sign, called)


def _behaving(conduct: str) -> Does:
    return lambda player: player.behave(conduct)


def _next_caretaker(sign: Signals) -> Does:
    return lambda player: player.kiosk.mood.write_text(str(int(sign)))


ACTS: Mapping[Act, Does] = {
    Act.FINISHES: _pressing("finish"),
    Act.BEGINS: begin,
    Act.OWES: owe,
    Act.KEEPS_ITS_WORD: keep_word,
    Act.HOURS_PASS: pass_hours,
    Act.TALKS_NONSENSE: _pressing("lie"),
    Act.FAILS: lambda player: fail(player, "die"),
    Act.HANGS: lambda player: fail(player, "hang"),
    Act.FRONT_KILLED: _sending(SIGKILL, "front"),
    Act.FRONT_TERMINATED: _sending(SIGTERM, "front"),
    Act.FRONT_STOPPED: _sending(SIGSTOP, "front"),
    Act.SPARE_KILLED: _sending(SIGKILL, "spare"),
    Act.SPARE_STOPPED: _sending(SIGSTOP, "spare"),
    Act.ZYGOTE_KILLED: _sending(SIGKILL, "zygote"),
    Act.ZYGOTE_STOPPED: _sending(SIGSTOP, "zygote"),
    Act.CARETAKER_KILLED: _next_caretaker(SIGKILL),
    Act.CARETAKER_STOPPED: _next_caretaker(SIGSTOP),
    Act.CALENDAR_KILLED: _sending(SIGKILL, "sleep"),
    Act.CALENDAR_STOPPED: _sending(SIGSTOP, "sleep"),
    Act.ALL_GO_ON: continue_all,
    Act.RELOADED: reload,
    Act.RELOADED_BROKEN: lambda player: reload(player, "broken"),
    Act.RELOADED_DEADLY: lambda player: reload(player, "deadly"),
    Act.NEVER_WARM: _behaving("never-warm"),
    Act.DIE_AT_START: _behaving("dies-at-start"),
    Act.DIE_ON_SCREEN: _behaving("dies-when-shown"),
    Act.STAY: _behaving("ignores-release"),
    Act.ZYGOTES_DIE: _behaving("zygote-dies"),
    Act.ZYGOTES_STOP: _behaving("zygote-stops"),
    Act.DISPLAY_GONE: lose_the_display,
    Act.VISITS_ARE_WELL: _behaving("good"),
    Act.DISK_FULL: fill_disk,
    Act.DISK_READ_ONLY: write_protect_disk,
    Act.DISK_WELL: lambda player: player.kiosk.disk.mend(),
    Act.NO_ROOM: refuse_room,
    Act.SUPERVISOR_STOPPED: stop_supervisor,
    Act.SUPERVISOR_FROZEN: freeze_supervisor,
    Act.SUPERVISOR_KILLED: lambda player: start_again(player, SIGKILL),
    Act.SUPERVISOR_TOLD_TO_STOP: lambda player: start_again(player, SIGTERM),
}
"""All of them."""
