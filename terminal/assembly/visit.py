"""The process of one visit: hidden and warm as a spare, then in front, then gone.

What its first picture does not need is imported later: see `Equipment`.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from screens import environment, sdl
from screens.desk import Desk
from screens.front import Front
from screens.input import FingersAndKeys
from screens.look import Look
from screens.sdl import SdlError
from screens.stage import Stage
from screens.view import Surroundings
from screens.wedge import Wedge
from terminal.adapters import Adapters
from terminal.assembly import equipment
from terminal.assembly.antechamber import Antechamber
from terminal.assembly.equipment import Circumstances, Equipment
from terminal.assembly.first_sight import first_sight
from terminal.assembly.offer import offer_of, out_of_order_of, texts_of, town_of
from terminal.channel import (
    NO_DISPLAY,
    Alerted,
    Beat,
    Clock,
    Configure,
    DockReply,
    DockRequest,
    Finished,
    Happened,
    Order,
    Release,
    Show,
    Shown,
    Spent,
    Stop,
    VisitEnd,
    Warm,
)
from terminal.directories import runtime_dir, state_dir
from terminal.events import Event, EventId, event
from terminal.lifeline import cut
from terminal.limits import Limits
from terminal.litter import give_back, keep, settle
from terminal.moments import SystemClock
from terminal.preferences import Preferences
from terminal.scenes import Scene
from terminal.steps import Ports
from terminal.texts import Texts
from terminal.unwitnessed import unwitnessed_in
from terminal.visit import Visit
from terminal.visit_states import VisitState
from terminal.workers import ThreadWorkers

if TYPE_CHECKING:
    from terminal.journeys.appointments.receipt import Say

_UNHURRIED_S = 0.5
"""A spare that is not needed by then has time to prepare more."""


def make_ready() -> None:
    """What every visit does alike before it knows its configuration or its display, and a zygote does once for all."""
    environment.import_kivy()
    equipment.load()
    sdl.preload_opengl()
    keep()
    from screens import loop, paint  # noqa: F401


def run_visit(channel_fd: int) -> int:
    """Serve one visit for the supervisor at the other end of `channel_fd`. Does not return normally: the process ends."""
    antechamber = Antechamber()
    channel = VisitEnd(channel_fd)
    channel.listen(antechamber, antechamber.take, cut)
    environment.load_kivy()
    configure = antechamber.wait_for_configuration()
    try:
        process = VisitProcess(configure, channel)
    except SdlError:
        return NO_DISPLAY
    antechamber.lead_to(process.loop, process.obey)
    process.run()
    return 0


NO_CONFIGURATION = "01"
"""The fault in which the shipped configuration only lends its look (`terminal.supervisor.faults`)."""


class VisitProcess:
    """One window, one visit. Orders come from the supervisor, reports go to it; nothing personal does."""

    def __init__(self, configure: Configure, channel: VisitEnd) -> None:
        self._channel = channel
        self._simulated = configure.simulate
        self._snapshot = configure.snapshot
        self._first = first_sight(configure.snapshot)
        self._clock = SystemClock(timedelta(seconds=configure.clock_offset_s))
        environment.prepare(size=configure.size, hidden=True, title="Bürger-Terminal")
        self._open_window()
        self._told: VisitState | None = None
        self._rehearsed = False
        self._code = ""
        self._assemble()

    def run(self) -> None:
        """Be warm, be shown, and end with the loop."""
        self.visit.show()
        self.loop.turn()
        self._channel.send(Warm())
        settle()
        self._beat()
        self.loop.call_later(_UNHURRIED_S, self._warm_up)
        self.loop.run()

    def _warm_up(self) -> None:
        """What the first press should not have to wait for; the first picture need not wait for it either."""
        self._equipment.warm_up()
        give_back()
        if not self._rehearsed:
            self._rehearsed = True
            self.front.rehearse(self.loop.draw_unseen)

    def obey(self, order: Order) -> None:
        """Do what the supervisor says; on the loop's thread."""
        match order:
            case Show():
                self._show(order)
            case Alerted():
                self._break_down(alerted=True)
            case Release() | Stop():
                self._leave()
            case Clock(offset_s):
                self._set_clock(offset_s)
            case DockRequest(id, request):
                reply = self.desk.handle(request) if self._simulated else {"ok": False, "error": "not-simulated"}
                self._channel.send(DockReply(id, dict(reply)))
            case Configure():
                pass  # a process has one configuration: another one is for another process

    def _open_window(self) -> None:
        from screens.loop import EventDrivenLoop
        from screens.window import KioskWindow

        keep()  # opening a window, Kivy looks for litter (kivy.graphics.context), and there is none yet
        self.window = KioskWindow()
        self.loop = EventDrivenLoop(self.window)

    def _assemble(self) -> None:
        from screens.paint import Painter

        first = self._first
        width, height = self.window.size
        look = Look(width, height, first.resolution(width, height))
        town = town_of(first)
        palette = look.theme.palette(town.accent)
        self.window.clear_colour(palette["bg"])
        stage = Stage(Painter(self.window.canvas, height, palette), self.loop.invalidate)
        workers = ThreadWorkers(self.loop)
        texts = texts_of(first)
        self._limits = Limits(first.most_per_hour, self._clock, lambda what: self._channel.send(Spent(what)))
        circumstances = Circumstances(
            self._clock,
            self._limits,
            lambda: self._saying(texts),
            self._tell_not_sent,
            self._tell_card_trouble,
            self._simulated,
        )
        self._equipment = Equipment(self._snapshot, circumstances)
        ports = Ports(clock=self._clock, adapters=Adapters(lambda: self._equipment.adapters))
        self.front = Front(Surroundings(texts, town, look, ports), stage, self.loop, workers)
        self.visit = self.front.visit = Visit(
            offer_of(first, lambda: self._equipment.town_data),
            ports=ports,
            loop=self.loop,
            workers=workers,
            patience=first.patience,
            preferences=Preferences(first.language),
            on_scene=self._on_scene,
            on_finished=lambda: self._channel.send(Finished()),
            record=self._record,
            finals=unwitnessed_in(state_dir(), runtime_dir()),
            belongings=self._equipment,
            ring=self._equipment.ring,
        )
        keyboard = Wedge(self.front, self.loop, self.loop.listened_s)
        devices = self._equipment.commands if self._simulated else {}
        self.desk = Desk(self.front, keyboard, self._photograph, self.loop.post, devices)
        self._input = FingersAndKeys(self.window, self.front, keyboard)  # Kivy itself holds it only weakly

    def _saying(self, texts: Texts) -> Say:
        language = self.visit.preferences.language
        return lambda text: texts.render(text, language)

    def _show(self, order: Show) -> None:
        self._set_clock(order.clock_offset_s)
        self._limits.remember(order.spent)
        if order.mode == "out-of-order":
            self._code = order.code
            if order.code == NO_CONFIGURATION:
                self.front.view.rename(town_of(self._first, nameless=True))
            self._break_down(alerted=order.alert_acknowledged)
        else:
            self.front.view.refresh()
        self.window.show()
        self.loop.hurry()
        self.loop.after_frame(self._shown)

    def _shown(self) -> None:
        self.front.handed_over()
        self._channel.send(Shown())
        self._warm_up()  # presses do not count yet

    def _break_down(self, *, alerted: bool) -> None:
        self.visit.break_down(out_of_order_of(self._first, self._code, alerted))

    def _leave(self) -> None:
        self.window.hide()
        self.visit.close(self._exit)

    def _exit(self) -> None:
        """The operating system wipes what this process knew; nothing of Kivy's own end is waited for."""
        self._equipment.close()
        os._exit(0)

    def _set_clock(self, offset_s: int) -> None:
        offset = timedelta(seconds=offset_s)
        self.loop.skip((offset - self._clock.offset).total_seconds())
        self._clock.offset = offset
        self.front.view.refresh()

    def _on_scene(self, scene: Scene) -> None:
        self.front.on_scene(scene)
        self._tell_state()

    def _record(self, event: Event) -> None:
        self._channel.send(Happened(event.id.value, dict(event.fields)))
        self._tell_state()

    def _tell_not_sent(self, why: str) -> None:
        what = event(EventId.MAIL_NOT_SENT, why=why)
        self._channel.send(Happened(what.id.value, dict(what.fields)))

    def _tell_card_trouble(self, why: str) -> None:
        what = event(EventId.CARD_TROUBLE, why=why)
        self._channel.send(Happened(what.id.value, dict(what.fields)))

    def _beat(self) -> None:
        """The main loop itself says that it is alive: a thread would say so even when it hangs."""
        self._told = self.visit.state
        self._channel.send(Beat(self.visit.state.value))
        self.loop.call_later(self._first.heartbeat_s, self._beat)

    def _tell_state(self) -> None:
        if self._told and self.visit.state is not self._told:
            self._told = self.visit.state
            self._channel.send(Beat(self.visit.state.value))

    def _photograph(self, file: Path) -> None:
        self.window.picture().save(file)
