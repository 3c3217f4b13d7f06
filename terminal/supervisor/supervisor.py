"""The decisions: who is on the screen, who is behind it, who is closing, who must go.

Pure: processes, time and everything else outside come through `MainLoop` and `Surroundings`.
"""

from terminal.events import Event, EventId, event
from terminal.loop import MainLoop
from terminal.messages import (
    Alerted,
    Beat,
    Clock,
    Configure,
    DockReply,
    Finished,
    Happened,
    Release,
    Report,
    Show,
    Shown,
    Spent,
    Stop,
    Warm,
)

from .child import Child, Stage
from .counts import Counts
from .dialogue import Dialogue
from .faults import USABLE_S, Fault
from .in_force import InForce
from .losses import Losses
from .outage import Outage
from .processes import Exit
from .recycling import Recycling
from .settings import LONGEST_CLOSING_S, READY_S, SHOW_S, Reading, Settings, Taken
from .spawning import Spawning
from .surroundings import Surroundings
from .tally import Tally
from .witness import believed

_FROZEN_S = 1.0
"""A watch that rings so late tells that we ourselves were frozen: then nobody is to blame."""


class Supervisor:
    """One front, one spare, and those that are closing behind them."""

    def __init__(
        self, loop: MainLoop, around: Surroundings, *, simulate: bool = False, size: tuple[int, int] | None = None
    ) -> None:
        self.front: Child | None = None
        self.spare: Child | None = None
        self.living: set[Child] = set()
        self.counts = Counts()
        self.outage = Outage(loop, self._try_again, self._record, around.fault)
        self.clock_offset_s = 0
        self.dialogue = Dialogue(loop)
        self._loop = loop
        self._around = around
        self._simulate = simulate
        self._size = size
        self._losses = Losses(loop.now)
        self._tally = Tally(self._clock_s)
        self._in_force = InForce()
        self._spawning = Spawning(loop, around.spawn, self._wait_s, self)
        self._recycling = Recycling(loop, self._clock_s, lambda: self.settings.recycle_idle_h, self._advance)
        self._stopping = False

    @property
    def settings(self) -> Settings:
        """Those of the configuration in force."""
        return self._in_force.settings

    @property
    def taken(self) -> Taken | None:
        """The configuration in force."""
        return self._in_force.taken

    @property
    def problems(self) -> tuple[str, ...]:
        """Of the files, as they are now."""
        return self._in_force.problems

    def start(self) -> None:
        """Spawn the first process; it can begin without a configuration."""
        self._record(event(EventId.KIOSK_STARTED, simulated="yes" if self._simulate else "no"))
        self._advance()

    def take(self, reading: Reading) -> None:
        """The files have been read, for the first time or again. Files with problems change nothing in force."""
        if reading.problems and reading.problems != self.problems:
            self._record(event(EventId.CONFIGURATION_REFUSED, problems=len(reading.problems)))
        if self._in_force.take(reading):
            self._have_taken(reading.taken)
        self._advance()

    def unreadable(self) -> None:
        """The files could not even be looked at; they will be again."""
        self._in_force.unreadable()
        if self.taken is None:
            self.outage.begin(Fault.CONFIGURATION, self.settings.out_of_order_retry_s)

    def stop(self) -> None:
        """Let all close, bounded; a second call does not wait."""
        if self._stopping:
            self._kill_all()
            return
        self._stopping = True
        self._spawning.stop()
        for child in list(self.living):
            if child is self.front:
                child.dismiss(Stop(), self.settings.silent_closing_s, self._loop.now())
            elif child.stage is not Stage.CLOSING:
                child.discard()
        self._loop.call_later(LONGEST_CLOSING_S, self._kill_all)
        self._check_stopped()

    def move_clock(self, offset_s: int) -> None:
        """The simulated clock is `offset_s` ahead, for the visits and for recycling."""
        self.clock_offset_s = offset_s
        for child in self.living:
            if child.taken:
                child.process.send(Clock(offset_s))
        self._advance()

    def alert_acknowledged(self) -> None:
        """The technicians know about the fault on the screen."""
        self.outage.alerted = True
        if self.front and self.front.fault:
            self.front.process.send(Alerted())

    def heard(self, child: Child, report: Report) -> None:
        """A process says something."""
        if isinstance(report, Happened):
            self._witness(child, report)
        elif isinstance(report, DockReply):
            self.dialogue.answered(child, report)
        elif isinstance(report, Spent):
            self._tally.spend(report.what)
        elif isinstance(report, Beat):
            self._beat(child, report)
        elif isinstance(report, Warm) and child.stage is Stage.CONFIGURED:
            self._warm(child)
        elif isinstance(report, Shown) and child.stage is Stage.CALLED:
            self._shown(child)
        elif isinstance(report, Finished) and child is self.front:
            child.finished = True
            self._usable(child)
            self._advance()
        else:
            self.counts.reports_refused += 1

    def ended(self, child: Child, exit: Exit) -> None:
        """A process is no more."""
        self.living.discard(child)
        child.watch.cancel()
        self.dialogue.gone(child)
        if child.stage not in (Stage.CLOSING, Stage.GONE):
            self._lose(child, "killed" if exit.killed else "exited", exit)
        self._check_stopped()

    def born(self, child: Child) -> None:
        """See `Parent.born`."""
        self.living.add(child)
        self.spare = child
        self._advance()

    def births_changed(self) -> None:
        """A process may be spawned sooner than was said."""
        self._spawning.hurry()

    def unborn(self) -> None:
        """See `Parent.unborn`."""
        self._losses.unborn()
        self._judge(None)

    def babbled(self) -> None:
        """See `Parent.babbled`."""
        self.counts.reports_refused += 1

    def overdue(self, child: Child) -> None:
        """See `Parent.overdue`."""
        late_s = self._loop.now() - child.due_s
        if late_s > _FROZEN_S:
            child.watch_for(self.settings.hang_s, self._loop.now())
        elif child.stage is Stage.CLOSING:
            self._record(event(EventId.CLOSING_OVERDUE))
            child.process.kill()
        else:
            self._lose(child, "silent" if child.started else "never-ready", None)

    def _have_taken(self, taken: Taken) -> None:
        if taken.source == "shipped":
            self.outage.begin(Fault.CONFIGURATION, self.settings.out_of_order_retry_s)
            return
        self._record(event(EventId.CONFIGURATION_TAKEN, digest=taken.mark, source=taken.source))
        self._losses.warm()
        self._losses.usable()
        self.outage.try_now()
        spare = self.spare
        if spare and spare.taken and spare.stage is not Stage.CALLED:
            self.spare = None
            spare.discard()

    def _advance(self) -> None:
        if self._stopping:
            return
        if self.spare is None:
            self._spawning.begin()
        spare = self.spare
        if spare and self.taken and spare.stage is Stage.STARTING and spare.taken is None:
            self._configure(spare, self.taken)
        if spare and spare.stage is Stage.WARM and self._hand_over_due():
            self._call(spare)
        self._recycling.watch(self.front)

    def _clock_s(self) -> float:
        return self._loop.now() + self.clock_offset_s

    def _wait_s(self) -> float:
        coming_s = self._around.birth_wait_s() if self.front else 0.0
        return max(coming_s, self._losses.wait_s(self.settings.out_of_order_retry_s))

    def _configure(self, child: Child, taken: Taken) -> None:
        child.taken, child.stage = taken, Stage.CONFIGURED
        child.process.send(Configure(taken.snapshot, self._simulate, self._size, self.clock_offset_s))
        child.watch_for(READY_S, self._loop.now())

    def _warm(self, child: Child) -> None:
        child.stage = Stage.WARM
        child.heard_s = self._loop.now()
        child.watch_for(self.settings.hang_s, child.heard_s)
        self._losses.warm()
        if self.outage.fault not in (None, Fault.CONFIGURATION) and not self._losses.on_screen:
            self.outage.try_now()
        self._advance()

    def _hand_over_due(self) -> bool:
        front = self.front
        if front is None or front.finished or front.fault is not self.outage.on_screen:
            return True
        return front.state == "idle" and (front.taken is not self.taken or self._recycling.too_old(front))

    def _call(self, spare: Child) -> None:
        front, fault = self.front, self.outage.on_screen
        spare.recycled = bool(front and not front.finished and not front.fault and front.taken is spare.taken)
        spare.stage, spare.called_s, spare.fault = Stage.CALLED, self._loop.now(), fault
        spare.watch_for(SHOW_S, spare.called_s)
        mode = "out-of-order" if fault else "start"
        code = fault.code if fault else ""
        spare.process.send(
            Show(mode, code, self.clock_offset_s, bool(fault) and self.outage.alerted, self._tally.ages_s())
        )

    def _shown(self, child: Child) -> None:
        now = self._loop.now()
        old, self.front, self.spare = self.front, child, None
        child.stage, child.shown_s, child.heard_s = Stage.SHOWN, now, now
        child.shown_clock_s = self._clock_s()
        child.state = "out-of-order" if child.fault else "idle"
        child.watch_for(self.settings.hang_s, now)
        self._record(event(EventId.FRONT_SHOWN, after_ms=int((now - child.called_s) * 1000)))
        if child.recycled:
            self._record(event(EventId.FRONT_RECYCLED))
        if old:
            old.dismiss(Release(), self.settings.silent_closing_s, now)
        if self.outage.alerted and child.fault:
            child.process.send(Alerted())
        self._advance()

    def _usable(self, child: Child) -> None:
        if child.usable:
            return
        child.usable = True
        self._losses.usable()
        if child.taken and not child.fault:
            self._in_force.prove(child.taken)
            self._around.proven(child.taken)
        if not child.fault:
            self.outage.end()

    def _beat(self, child: Child, beat: Beat) -> None:
        child.heard_s = self._loop.now()
        if child.stage in (Stage.WARM, Stage.SHOWN):
            child.watch_for(self.settings.hang_s, child.heard_s)
        if child.stage is Stage.SHOWN and child.heard_s - child.shown_s >= USABLE_S:
            self._usable(child)
        if child.stage is Stage.SHOWN and child.state != beat.state:
            child.state = beat.state
            self._advance()

    def _witness(self, child: Child, report: Happened) -> None:
        happened = believed(report)
        if happened is None:
            self.counts.reports_refused += 1
            return
        if happened.id is EventId.VISIT_BEGAN and child.stage is Stage.SHOWN:
            child.state = "active"
        self._record(happened)

    def _lose(self, child: Child, how: str, exit: Exit | None) -> None:
        was_front = child is self.front
        self._losses.add(child, exit)
        child.discard()
        if was_front:
            self.front = None
            self._spawning.hurry()
        else:
            self.spare = None
        if self._stopping:
            return
        self._record(event(EventId.FRONT_LOST if was_front else EventId.SPARE_LOST, how=how))
        self._judge(exit)
        self._advance()

    def _judge(self, exit: Exit | None) -> None:
        settings = self.settings
        many = self._losses.in_a_row(settings.out_of_order_window_s) >= settings.out_of_order_after
        if not many and not self.outage.fault:
            return
        if self._in_force.fall_back():
            self._record(event(EventId.CONFIGURATION_REFUSED, problems=1))
            self._losses.warm()
            self._losses.usable()
        elif not (self.outage.fault is Fault.CONFIGURATION and self._in_force.stands_in):
            fault = Fault.NO_DISPLAY if exit and exit.no_display else Fault.VISITS_DIE
            if self._screen_is_worse_than(fault, surely=many):
                self.outage.begin(fault, settings.out_of_order_retry_s)

    def _screen_is_worse_than(self, fault: Fault, *, surely: bool) -> bool:
        """Nothing is on it, or an out-of-order screen whose reason is surely another one by now."""
        front = self.front
        return front is None or front.finished or (surely and front.fault not in (None, fault))

    def _try_again(self) -> None:
        if self.outage.fault is Fault.CONFIGURATION:
            self._around.reread()
        else:
            self.outage.try_now()
        self._advance()

    def _kill_all(self) -> None:
        for child in self.living:
            child.process.kill()

    def _check_stopped(self) -> None:
        if self._stopping and not self.living:
            self._record(event(EventId.KIOSK_STOPPED))
            self._around.stopped()

    def _record(self, event: Event) -> None:
        self.counts.add(event.id)
        self._around.record(event)
