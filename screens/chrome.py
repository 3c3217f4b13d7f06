"""The parts that stand on every screen: header and bar, and what is in their places at which moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo

from screens.actions import Answer, EndVisit, GoBack, OpenAside
from screens.look import Look
from screens.parts.bar import Bar, Slot
from screens.parts.header import Header
from terminal.asides import Aside
from terminal.scenes import ClosingScene, Scene, StepScene, TroubleScene, WarningScene, WorkScene
from terminal.steps import OutOfOrder, Start
from terminal.texts import Rendered
from terminal.values import valueclass
from terminal.wording import Text, message

Say = Callable[[Text], Rendered]


@valueclass(frozen=True)
class Town:
    """What the header shows of the town: its name, the short one for where that does not fit, its accent as "#RRGGBB", its arms as a PNG file, its time zone."""

    name: Text
    short: Text
    accent: str
    zone: tzinfo
    arms: str | None = None


def header(scene: Scene, town: Town, now: datetime, look: Look, say: Say) -> Header:
    """Help is missing where nothing can be pressed."""
    mute = isinstance(scene, ClosingScene) or (isinstance(scene, StepScene) and isinstance(scene.step, OutOfOrder))
    clock = say(message("clock", time=now.astimezone(town.zone).time().replace(second=0, microsecond=0)))
    help = None if mute else say(message("help"))
    return Header(say(town.name), say(town.short), say(message("app-name")), clock, help, look, town.arms)


def bar(scene: Scene, aside: Aside | None, engaged: bool, look: Look, say: Say) -> Bar | None:
    """Out of order has no bar. The start screen offers legal texts in the place of Back, and an end once a visit has begun (`engaged`)."""
    if isinstance(scene, StepScene) and isinstance(scene.step, OutOfOrder):
        return None
    first, second = _first_slots(scene, engaged, say)
    language = Slot("language", say(message("language-name")), "language", OpenAside(Aside.LANGUAGE))
    comfort = Slot("comfort", say(message("comfort")), "accessible", OpenAside(Aside.COMFORT), accented=True)
    common = not isinstance(scene, ClosingScene)
    slots = (first, second, _marked(language, aside, common), _marked(comfort, aside, common))
    return Bar(slots, look)


def _first_slots(scene: Scene, engaged: bool, say: Say) -> tuple[Slot, Slot]:
    leave, legal_words = say(message("end-visit")), say(message("start-legal"))
    end = Slot("end", leave, "logout", EndVisit(), shown=engaged and not isinstance(scene, WarningScene | ClosingScene))
    back_words = say(message("back"))
    if isinstance(scene, StepScene) and isinstance(scene.step, Start) and scene.step.legal:
        legal = scene.step.legal
        icon = legal.icon or "info-circle"
        return end, Slot("legal", say(legal.label), icon, Answer(legal.value), other=back_words)
    return end, Slot("back", back_words, "arrow-left", GoBack(), shown=_back(scene), other=legal_words)


def _back(scene: Scene) -> bool:
    return isinstance(scene, StepScene | WorkScene | TroubleScene) and scene.back


def _marked(slot: Slot, aside: Aside | None, shown: bool) -> Slot:
    action = slot.action
    here = isinstance(action, OpenAside) and action.aside is aside
    return replace(slot, here=here, shown=shown)
