"""Plays one visit of a story: what a citizen can do on each screen, which of it they do, and what the screens have said."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from terminal.asides import AsideSteps
from terminal.deadline import Patience
from terminal.events import Event
from terminal.journeys.registry import JOURNEYS
from terminal.preferences import Preferences
from terminal.scenes import ClosingScene, Scene, StepScene, TroubleScene, WarningScene, WorkScene
from terminal.steps import (
    Ask,
    Choose,
    Done,
    Edit,
    Failed,
    Finish,
    InputKind,
    Kind,
    Option,
    PickSlot,
    Read,
    Review,
    Start,
)
from terminal.visit import Offer, Visit
from terminal.visit_states import VisitState
from terminal.wording import message
from terminal.workers import Lane
from tests.faults.fate import Killed
from tests.faults.kiosk import MOVING_IN, Kiosk
from tests.faults.story import EMAIL, OFFERED, VisitPlan
from tests.journeys.appointments import TOWN, read
from tests.journeys.walk import content
from tests.terminal.virtual_loop import ScriptedWorkers

PHONE = "0341 1998877"
BOOKED, MOVED, CANCELLED, HERE, UNKNOWN = (
    "Ihr Termin ist gebucht.",
    "Ihr Termin ist verschoben.",
    "Ihr Termin ist abgesagt.",
    "Sie sind angemeldet.",
    "Wir wissen nicht, ob es geklappt hat.",
)
PRINTED, NOT_PRINTED, SENT, NOT_SENT = (
    read(message(id)) for id in ("appointment-printed", "appointment-not-printed", "mail-sent", "mail-not-sent")
)
_SAYINGS = (BOOKED, MOVED, CANCELLED, HERE)
_MOST_MOVES = 60
_PATIENCE = Patience(60, 30, 3)
_CLOSING_S = 10.0
_SNAPSHOT = replace(TOWN, printer=True, mail="termine@example.org", service_concerns={MOVING_IN.id: "umzug"})

Move = Callable[[], object]


@dataclass
class Played:
    """What became of a visit. `said` are true promises if the kiosk is right: what was said of which number.

    `numbers` are those that codes were shown with, `lines` what else stood there. `doubt` is the final work, "confirm", "cancel" or
    "check-in", of which no screen has said in the end what came of it; "nothing has been done" is such a saying.
    """

    name: str
    plan: VisitPlan
    presented: str = ""
    said: list[tuple[str, str]] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    lines: dict[str, set[str]] = field(default_factory=dict)
    told_cancelled: bool = False
    doubt: str = ""
    killed: bool = False

    @property
    def codes(self) -> list[str]:
        """Those shown, in order."""
        return list(self.numbers)

    @property
    def words(self) -> list[str]:
        """What nobody may find afterwards."""
        return [self.name, EMAIL, PHONE, *self.codes, *(code.rpartition(":")[2] for code in self.codes)]

    @property
    def gave_up(self) -> bool:
        """Whether what was presented has been told to be no more."""
        return self.told_cancelled or any(what == MOVED for what, _ in self.said)


class Citizen:
    """One visit. `code` is of an appointment that they may have, "" if none."""

    def __init__(self, kiosk: Kiosk, plan: VisitPlan, name: str, code: str) -> None:
        self.played = Played(name, plan)
        self._kiosk = kiosk
        self._code = code
        self._moves = list(plan.moves)
        self._workers = ScriptedWorkers(kiosk.loop)
        ports = self._ports = kiosk.ports(plan)
        begins = {id: (lambda id=id: JOURNEYS[id].begin(_SNAPSHOT)) for id in OFFERED}
        options = tuple(Option(value=id, label=JOURNEYS[id].title) for id in begins)
        start = Start(key="start", greeting=message("start-greeting"), title=message("start-title"), options=options)
        asides = AsideSteps((("de", "Deutsch"), ("en", "English")), ())
        self._finished = False
        self.visit = Visit(
            Offer(start, begins, asides), ports=ports, loop=kiosk.loop, workers=self._workers, patience=_PATIENCE,
            preferences=Preferences("de"), on_scene=self._listen, on_finished=self._finish, record=self._record,
            finals=kiosk.unwitnessed,
        )  # fmt: skip

    def play(self) -> Played:
        """To the end of the visit, whichever that is."""
        try:
            self._live()
            self._close()
        except Killed:
            self.played.killed = True
        return self.played

    def _live(self) -> None:
        self.visit.show()
        for number in range(_MOST_MOVES):
            if self._finished:
                return
            if number == self.played.plan.killed_at:
                raise Killed
            self._kiosk.clock.jumped_s += self.played.plan.jumps.get(number, 0)
            self._die_in_the_midst()
            moves = self._possible()
            assert moves, f"nothing can be done on {self.visit.scene}"
            moves[(self._moves.pop(0) if self._moves else 0) % len(moves)]()
            self._kiosk.loop.run_until_idle()
            self._look()
        self.visit.end()

    def _die_in_the_midst(self) -> None:
        scene = self.visit.scene
        if isinstance(scene, WorkScene) and scene.step.key == self.played.plan.killed_in:
            self._workers.run(Lane.WORK)
            raise Killed

    def _close(self) -> None:
        closed: list[bool] = []
        self.visit.close(lambda: closed.append(True))
        self._workers.finish_all()
        self._kiosk.loop.advance(_CLOSING_S)

    def _possible(self) -> list[Move]:
        """The usual one first."""
        scene, visit = self.visit.scene, self.visit
        leave: list[Move] = [visit.end, visit.back, self._fall_silent]
        match scene:
            case StepScene(step=step):
                answers = [self._answering(answer) for answer in self._answers(step)]
                twice = [lambda: (answers[0](), answers[0]())] if answers else []
                return [*answers, *twice, *leave]
            case WorkScene():
                return [self._workers.finish_all, self._late, self._answer_under_way, *leave]
            case TroubleScene():
                return [lambda: visit.retry(scene.serial), *leave]
            case WarningScene():
                return [visit.touched, self._fall_silent, visit.end]
            case ClosingScene():
                return []
        raise AssertionError(scene)

    def _answering(self, answer: Any) -> Move:
        serial = self.visit.scene.serial

        def act() -> None:
            self.visit.touched()
            self.visit.answer(serial, answer)

        return act

    def _answers(self, step: Any) -> list[Any]:
        match step:
            case Start():
                usual = self.played.plan.journey
                return [usual, *(option.value for option in step.options if option.value != usual)]
            case Choose():
                values = [option.value for option in content(step, self._ports) if not option.unavailable]
                return sorted(values, key=lambda value: value not in ("on", self.played.plan.wish))
            case PickSlot():
                board = step.opening
                return [time.start for time in (board.earliest, *board.times[:4]) if time]
            case Ask(input=InputKind.CODE):
                given = [self._code, "BT1:OTHER:NOTHING:AAAAAAAAAAAAAAAA", "123456", "X" * 300]
                return [one for one in given if one]
            case Ask(input=InputKind.EMAIL):
                return sorted(["", EMAIL, "no address"], key=lambda typed: typed != self.played.plan.email)
            case Ask(skip=skip):
                return ["", PHONE] if skip else [self.played.name]
            case Review():
                return [True, *(Edit(row.edit) for row in step.rows if row.edit)]
            case Done():
                return [Finish.END, Finish.MORE]
            case Read() | Failed():
                return [way.value for way in step.ways]
        raise AssertionError(step)

    def _fall_silent(self) -> None:
        self._kiosk.loop.advance(61 if self.visit.state is VisitState.ACTIVE else 31)

    def _late(self) -> None:
        """The work hangs until after its deadline, then its answer comes after all."""
        self._kiosk.loop.advance(15)
        self._workers.finish_all()

    def _answer_under_way(self) -> None:
        """It is done, and its answer is still on the way when the next thing happens."""
        if self._workers.queued(Lane.WORK) and not self._workers.on_their_way(Lane.WORK):
            self._workers.run(Lane.WORK)

    def _look(self) -> None:
        """The step on the screen may show live content, and asks for it."""
        while self._workers.queued(Lane.LIVE):
            self._workers.finish(Lane.LIVE)

    def _listen(self, scene: Scene) -> None:
        match scene:
            case WorkScene(step=step) if step.tells:
                self.played.told_cancelled |= read(step.title) == CANCELLED
            case WorkScene(step=step) if step.effect.kind is Kind.FINAL:
                self.played.doubt = step.key.partition(":")[0]
            case TroubleScene(step=step):
                assert not step.tells, "booked, and the screen says that nothing has been done"
                self.played.doubt = ""
            case StepScene(step=step):
                if not (isinstance(step, Failed) and read(step.title) == UNKNOWN):
                    self.played.doubt = ""
                if isinstance(step, Done):
                    self._hear(step)
                if isinstance(step, Choose) and step.key == "what" and self.visit.citizen.journey == "my-appointment":
                    self.played.presented = self._code

    def _hear(self, done: Done) -> None:
        title = read(done.title)
        number = read(done.figure).replace(" ", "") if done.figure else ""
        if title in _SAYINGS:
            self.played.said.append((title, number))
        self.played.told_cancelled |= title == CANCELLED
        if done.qr:
            self.played.numbers[done.qr.data] = number
            self.played.lines.setdefault(done.qr.data, set()).update(read(line) for line in done.lines)

    def _finish(self) -> None:
        self._finished = True

    def _record(self, event: Event) -> None:
        assert not [word for word in self.played.words if word in str(event)]
