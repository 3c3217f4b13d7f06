"""The decisions: who is on the screen, who is behind it, who is closing, who must go.

Pure: processes, time and everything else outside come through `MainLoop` and `Surroundings`.
"""

from terminal.deadline import Deadline
from terminal.events import Event, EventId, event
from terminal.loop import MainLoop, Timer
from terminal.messages import (
    Alerted,
    Beat,
    Clock,
    Configure,
    DockReply,
    Finished,
    Happened,
    Order,
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
from .losses import Losses
from .outage import Outage
from .processes import Exit
from .settings import LONGEST_CLOSING_S, READY_S, SHOW_S, Reading, Settings, Taken
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
        self.taken: Taken | None = None
        self.problems: tuple[str, ...] = ()
        self.living: set[Child] = set()
        self.counts = Counts()
        self.outage = Outage(loop, self._try_again)
        self.alerted = False
        self.clock_offset_s = 0
        self.dialogue = Dialogue(loop)
        self._loop = loop
        self._around = around
        self._simulate = simulate
        self._size = size
        self._losses = Losses(loop.now)
        self._tally = Tally(lambda: loop.now() + self.clock_offset_s)
        self._proven: Taken | None = None
        self._starting: Timer | None = None
        self._recycling: Timer | None = None
        self._stopping = False

    @property
    def settings(self) -> Settings:
        """Those of the configuration in force."""
        return self.taken.settings if self.taken else Settings()

    def start(self) -> None:
        """Spawn the first process; it can begin without a configuration."""
        self._record(event(EventId.KIOSK_STARTED, simulated="yes" if self._simulate else "no"))
        self._advance()

    def take(self, reading: Reading) -> None:
        """The files have been read, for the first time or again. Files with problems change nothing in force."""
        if reading.problems and reading.problems != self.problems:
            self._record(event(EventId.CONFIGURATION_REFUSED, problems=len(reading.problems)))
        self.problems = reading.problems
        if self.taken is None or not reading.problems:
            self._put_in_force(reading.taken)
        self._advance()

    def unreadable(self) -> None:
        """The files could not even be looked at; they will be again."""
        self.problems = ("the configuration could not be read",)
        if self.taken is None:
            self._out_of_order(Fault.CONFIGURATION)

    def stop(self) -> None:
        """Let all close, bounded; a second call does not wait."""
        if self._stopping:
            self._kill_all()
            return
        self._stopping = True
        for child in list(self.living):
            if child is self.front:
                self._dismiss(child, Stop())
            elif child.stage is not Stage.CLOSING:
                self._discard(child)
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
        self.alerted = True
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

    def _put_in_force(self, taken: Taken) -> None:
        before = self.taken
        if before and before.digest == taken.digest and before.source == taken.source:
            return
        self.taken = taken
        if taken.source == "shipped":
            self._out_of_order(Fault.CONFIGURATION)
            return
        self._record(event(EventId.CONFIGURATION_TAKEN, digest=taken.mark, source=taken.source))
        self._losses.warm()
        self._losses.usable()
        self.outage.try_now()
        spare = self.spare
        if spare and spare.taken and spare.stage is not Stage.CALLED:
            self.spare = None
            self._discard(spare)

    def _advance(self) -> None:
        if self._stopping:
            return
        if self.spare is None and self._starting is None:
            self._spawn()
        spare = self.spare
        if spare and self.taken and spare.stage is Stage.STARTING and spare.taken is None:
            self._configure(spare, self.taken)
        if spare and spare.stage is Stage.WARM and self._hand_over_due():
            self._call(spare)
        self._arm_recycling()

    def _spawn(self) -> None:
        wait_s = self._losses.wait_s(self.settings.out_of_order_retry_s)
        if wait_s:
            self._starting = self._loop.call_later(wait_s, self._spawn_now)
        else:
            self._spawn_now()

    def _spawn_now(self) -> None:
        self._starting = None
        if self._stopping or self.spare:
            return
        ear = _Ear(self)
        try:
            process = self._around.spawn(ear)
        except OSError:
            self._losses.unborn()
            self._judge(None)
            self._starting = self._loop.call_later(1.0, self._spawn_now)
            return
        child = ear.child = Child(process, Deadline(self._loop, lambda: self._overdue(child)), self._loop.now())
        self.living.add(child)
        self.spare = child
        self._advance()

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
        return front.state == "idle" and (front.taken is not self.taken or self._recycle_in_s(front) <= 0)

    def _call(self, spare: Child) -> None:
        front, fault = self.front, self.outage.on_screen
        spare.recycled = bool(front and not front.finished and not front.fault and front.taken is spare.taken)
        spare.stage, spare.called_s, spare.fault = Stage.CALLED, self._loop.now(), fault
        spare.watch_for(SHOW_S, spare.called_s)
        mode = "out-of-order" if fault else "start"
        code = fault.code if fault else ""
        spare.process.send(Show(mode, code, self.clock_offset_s, bool(fault) and self.alerted, self._tally.ages_s()))

    def _shown(self, child: Child) -> None:
        now = self._loop.now()
        old, self.front, self.spare = self.front, child, None
        child.stage, child.shown_s, child.heard_s = Stage.SHOWN, now, now
        child.shown_clock_s = now + self.clock_offset_s
        child.state = "out-of-order" if child.fault else "idle"
        child.watch_for(self.settings.hang_s, now)
        self._record(event(EventId.FRONT_SHOWN, after_ms=int((now - child.called_s) * 1000)))
        if child.recycled:
            self._record(event(EventId.FRONT_RECYCLED))
        if old:
            self._dismiss(old, Release())
        if self.alerted and child.fault:
            child.process.send(Alerted())
        self._advance()

    def _usable(self, child: Child) -> None:
        if child.usable:
            return
        child.usable = True
        self._losses.usable()
        if child.taken and child.taken is not self._proven and not child.fault:
            self._proven = child.taken
            self._around.proven(child.taken)
        if not child.fault:
            self._in_order()

    def _in_order(self) -> None:
        if self.outage.fault:
            self.alerted = False
            self._record(event(EventId.BACK_IN_ORDER, after_s=self.outage.end()))
            self._around.fault(None)

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

    def _overdue(self, child: Child) -> None:
        late_s = self._loop.now() - child.due_s
        if late_s > _FROZEN_S:
            child.watch_for(self.settings.hang_s, self._loop.now())
        elif child.stage is Stage.CLOSING:
            self._record(event(EventId.CLOSING_OVERDUE))
            child.process.kill()
        else:
            self._lose(child, "silent" if child.started else "never-ready", None)

    def _dismiss(self, child: Child, order: Order) -> None:
        child.stage = Stage.CLOSING
        child.process.send(order)
        child.watch_for(self.settings.silent_closing_s, self._loop.now())

    @staticmethod
    def _discard(child: Child) -> None:
        """End a process that nobody has used: it has nothing to close."""
        child.stage = Stage.GONE
        child.watch.cancel()
        child.process.kill()

    def _lose(self, child: Child, how: str, exit: Exit | None) -> None:
        was_front = child is self.front
        self._losses.add(child, exit)
        self._discard(child)
        if was_front:
            self.front = None
        else:
            self.spare = None
        if self._stopping:
            return
        self._record(event(EventId.FRONT_LOST if was_front else EventId.SPARE_LOST, how=how))
        self._judge(exit)
        self._advance()

    def _judge(self, exit: Exit | None) -> None:
        settings = self.settings
        if self._losses.within(settings.out_of_order_window_s) < settings.out_of_order_after and not self.outage.fault:
            return
        if self._proven and self.taken is not self._proven:
            self._fall_back(self._proven)
        elif (self.front is None or self.front.finished) and self.outage.fault is not Fault.CONFIGURATION:
            self._out_of_order(Fault.NO_DISPLAY if exit and exit.no_display else Fault.VISITS_DIE)

    def _fall_back(self, proven: Taken) -> None:
        self.problems = ("visit processes do not run with the new configuration; the one before stays in force",)
        self._record(event(EventId.CONFIGURATION_REFUSED, problems=1))
        self._losses.warm()
        self._losses.usable()
        self.taken = proven

    def _out_of_order(self, fault: Fault) -> None:
        if self.outage.begin(fault, self.settings.out_of_order_retry_s):
            self.alerted = False
            self._record(event(EventId.OUT_OF_ORDER, code=fault.value))
            self._around.fault(fault)

    def _try_again(self) -> None:
        if self.outage.fault is Fault.CONFIGURATION:
            self._around.reread()
        else:
            self.outage.try_now()
        self._advance()

    def _arm_recycling(self) -> None:
        if self._recycling:
            self._recycling.cancel()
            self._recycling = None
        if self.front and (remaining_s := self._recycle_in_s(self.front)) > 0:
            self._recycling = self._loop.call_later(max(remaining_s, 1.0), self._advance)

    def _recycle_in_s(self, front: Child) -> float:
        age_s = self._loop.now() + self.clock_offset_s - front.shown_clock_s
        return self.settings.recycle_idle_h * 3600 - age_s

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


class _Ear:
    """Hears one child for the supervisor."""

    child: Child

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor

    def heard(self, report: Report) -> None:
        self._supervisor.heard(self.child, report)

    def babbled(self) -> None:
        self._supervisor.counts.reports_refused += 1

    def ended(self, exit: Exit) -> None:
        self._supervisor.ended(self.child, exit)
