"""Whatever is tried at the display, the kiosk stays the kiosk: one screen of ours, nothing over it, a way back to the start."""

import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from Xlib import X
from Xlib.protocol.event import ClientMessage

from tests.kiosk.machine import Machine, is_settled
from tests.kiosk.patience import until
from tests.kiosk.person import Person, Point
from tests.kiosk.processes import visits, zombies
from tests.kiosk.screen import Screen


@dataclass
class Scene:
    """Where an attempt is made: the search of an office, with its keyboard open."""

    kiosk: Machine
    screen: Screen
    rng: random.Random

    @property
    def person(self) -> Person:
        """Whose hands they are."""
        return self.kiosk.person

    @property
    def corners(self) -> list[Point]:
        """Of the display."""
        width, height = self.kiosk.display.size
        return [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)]

    def anywhere(self, count: int) -> list[Point]:
        """Points that are not the end of the visit."""
        x, y, w, h = self.screen.node("bar:end").bounds
        width, height = self.kiosk.display.size
        points = ((self.rng.randrange(width), self.rng.randrange(height)) for _ in range(count * 2))
        return [point for point in points if not (x <= point[0] <= x + w and y <= point[1] <= y + h)][:count]


Attempt = Callable[[Scene], None]
ATTEMPTS: dict[str, Attempt] = {}
HARMLESS: set[str] = set()
"""Those after which the very same screen stands there, with the very same content."""

PRINTABLE = "abcdefghijklmnopqrstuvwxyz0123456789"


def attempt(name: str, *, harmless: bool = False) -> Callable[[Attempt], Attempt]:
    def named(fn: Attempt) -> Attempt:
        ATTEMPTS[name] = fn
        if harmless:
            HARMLESS.add(name)
        return fn

    return named


def chord(*keys: str) -> Attempt:
    return lambda scene: scene.person.key(*keys)


for _name in ("F1", "F11", "F12", "Escape", "Print", "Menu", "Super_L", "Pause", "Insert", "Delete", "Home", "End"):
    attempt(_name, harmless=True)(chord(_name))
for _chord in (
    "Control_L e", "Alt_L F4", "Control_L c", "Control_L q", "Control_L w", "Alt_L Tab", "Control_L Alt_L BackSpace",
    "Control_L Alt_L Delete", "Control_L Alt_L F1", "Control_L v", "Shift_L Insert", "Alt_L Return",
    "Control_L Shift_L i", "Control_L a",
):  # fmt: skip
    attempt(_chord, harmless=True)(chord(*_chord.split()))


attempt("Super_L l")(chord("Super_L", "l"))


@attempt("another button of the mouse", harmless=True)
def _(scene: Scene) -> None:
    for button in (2, 3, 8, 9):
        scene.person.tap(scene.screen.node("bar:back").middle, button=button)


@attempt("wheel", harmless=True)
def _(scene: Scene) -> None:
    for button in (4, 5, 6, 7) * 5:
        scene.person.tap(scene.screen.node("bar:back").middle, button=button)


@attempt("double click on back")
def _(scene: Scene) -> None:
    scene.person.rap([scene.screen.node("bar:back").middle] * 2, per_s=20)


@attempt("triple click on help")
def _(scene: Scene) -> None:
    scene.person.rap([scene.screen.node("help").middle] * 3, per_s=20)


@attempt("drag over everything", harmless=True)
def _(scene: Scene) -> None:
    scene.person.finger_down(scene.screen.node("help").middle)
    for point in scene.anywhere(50):
        scene.person.move(point)
    scene.person.finger_up(scene.screen.node("title").middle)


@attempt("long press")
def _(scene: Scene) -> None:
    scene.person.hold(scene.screen.node("key:q").middle, 5)


@attempt("press and slide off", harmless=True)
def _(scene: Scene) -> None:
    scene.person.finger_down(scene.screen.node("bar:back").middle)
    scene.person.finger_up(scene.screen.node("bar:comfort").middle)


@attempt("two buttons at once", harmless=True)
def _(scene: Scene) -> None:
    scene.person.finger_down(scene.screen.node("bar:back").middle)
    scene.person.finger_down(scene.screen.node("title").middle, button=3)
    scene.person.finger_up(button=3)
    scene.person.finger_up()


@attempt("all corners")
def _(scene: Scene) -> None:
    scene.person.rap(scene.corners * 3, per_s=50)


@attempt("200 taps a second")
def _(scene: Scene) -> None:
    scene.person.rap(scene.anywhere(400), per_s=200)


@attempt("500 keys")
def _(scene: Scene) -> None:
    for _ in range(500):
        scene.person.key(scene.rng.choice(PRINTABLE))


@attempt("200 tabs")
def _(scene: Scene) -> None:
    for _ in range(200):
        scene.person.key("Tab")


@attempt("100 times backspace in an empty field", harmless=True)
def _(scene: Scene) -> None:
    for _ in range(100):
        scene.person.key("BackSpace")


@attempt("every key there is")
def _(scene: Scene) -> None:
    scene.person.every_key()


@attempt("dead keys and compose")
def _(scene: Scene) -> None:
    with scene.person.borrowing("dead_acute", "dead_diaeresis", "Multi_key") as keys:
        for key in keys:
            scene.person.key_code(key)
            scene.person.key("e")


@attempt("paste what somebody copied", harmless=True)
def _(scene: Scene) -> None:
    x = scene.kiosk.display.x
    owner = x.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    for name in ("PRIMARY", "CLIPBOARD"):
        owner.set_selection_owner(x.intern_atom(name), X.CurrentTime)
    chord("Control_L", "v")(scene)
    chord("Shift_L", "Insert")(scene)
    scene.person.tap(scene.screen.node("search").middle, button=2)
    owner.destroy()
    x.sync()


def _tell_window(scene: Scene, message: str, data: list[int]) -> None:
    x = scene.kiosk.display.x
    for window in windows(scene.kiosk):
        event = ClientMessage(window=window, client_type=x.intern_atom(message), data=(32, data))
        window.send_event(event)
        x.screen().root.send_event(event, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
    x.sync()


@attempt("window told to close", harmless=True)
def _(scene: Scene) -> None:
    _tell_window(scene, "WM_PROTOCOLS", [scene.kiosk.display.x.intern_atom("WM_DELETE_WINDOW"), 0, 0, 0, 0])


@attempt("window told to leave the full screen", harmless=True)
def _(scene: Scene) -> None:
    _tell_window(scene, "_NET_WM_STATE", [0, scene.kiosk.display.x.intern_atom("_NET_WM_STATE_FULLSCREEN"), 0, 1, 0])


@attempt("window told to iconify", harmless=True)
def _(scene: Scene) -> None:
    _tell_window(scene, "WM_CHANGE_STATE", [3, 0, 0, 0, 0])


@attempt("window unmapped by somebody else")
def _(scene: Scene) -> None:
    on_top(scene.kiosk).unmap()
    scene.kiosk.display.x.sync()


@attempt("window lowered by somebody else", harmless=True)
def _(scene: Scene) -> None:
    on_top(scene.kiosk).configure(stack_mode=X.Below)
    scene.kiosk.display.x.sync()


@attempt("window killed")
def _(scene: Scene) -> None:
    on_top(scene.kiosk).kill_client()
    scene.kiosk.display.x.sync()


@attempt("another window on top, then gone", harmless=True)
def _(scene: Scene) -> None:
    x = scene.kiosk.display.x
    root = x.screen().root
    other = root.create_window(0, 0, 500, 500, 0, X.CopyFromParent, background_pixel=0xFF0000, override_redirect=1)
    other.map()
    other.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
    x.sync()
    scene.person.key("Escape")
    other.destroy()
    x.sync()


@attempt("focus taken away", harmless=True)
def _(scene: Scene) -> None:
    scene.kiosk.display.x.set_input_focus(X.NONE, X.RevertToNone, X.CurrentTime)
    scene.kiosk.display.x.sync()


@attempt("screen blanked", harmless=True)
def _(scene: Scene) -> None:
    x = scene.kiosk.display.x
    x.force_screen_saver(X.ScreenSaverActive)
    x.sync()
    x.force_screen_saver(X.ScreenSaverReset)
    x.sync()


@attempt("front terminated")
def _(scene: Scene) -> None:
    _lose_front(scene.kiosk, signal.SIGTERM)


@attempt("front interrupted")
def _(scene: Scene) -> None:
    _lose_front(scene.kiosk, signal.SIGINT)


@attempt("front stopped and continued", harmless=True)
def _(scene: Scene) -> None:
    front = _front(scene.kiosk)
    os.kill(front, signal.SIGSTOP)
    os.kill(front, signal.SIGCONT)


@attempt("finger down on the old visit, up on the new one")
def _(scene: Scene) -> None:
    old = _front(scene.kiosk)
    scene.kiosk.dock(ask="end")
    scene.person.finger_down(scene.screen.node("title").middle)
    new = scene.kiosk.until(lambda status: status["front"] and status["front"]["pid"] != old)["front"]["pid"]
    scene.person.finger_up()
    assert scene.kiosk.start_screen()
    assert _front(scene.kiosk) == new


@attempt("end of visit tapped ten times")
def _(scene: Scene) -> None:
    scene.person.rap([scene.screen.node("bar:end").middle] * 10, per_s=30)
    # On a busy machine the last tap comes when presses count again: then it begins the next visit, on the same screen.
    assert scene.kiosk.expect(lambda screen: screen.find("greeting"))


def _lose_front(kiosk: Machine, sign: signal.Signals) -> None:
    """Until the kiosk has noticed: a process that has only just been told to end still looks alive."""
    lost = _front(kiosk)
    os.kill(lost, sign)
    kiosk.until(lambda status: status["front"] and status["front"]["pid"] != lost)


def _front(kiosk: Machine) -> int:
    pid: int = kiosk.until(lambda status: status["front"])["front"]["pid"]
    return pid


def windows(kiosk: Machine) -> list:  # type: ignore[type-arg]
    """All that the display shows, lowest first."""
    found = kiosk.display.x.screen().root.query_tree().children
    return [window for window in found if window.get_attributes().map_state == X.IsViewable]


def on_top(kiosk: Machine):  # type: ignore[no-untyped-def]
    """The window that one sees."""
    return windows(kiosk)[-1]


def covers_everything(kiosk: Machine) -> bool | None:
    """Whether one window stands there alone, as large as the display."""
    shown = windows(kiosk)
    if len(shown) != 1:
        return None
    place = shown[0].get_geometry()
    return (place.x, place.y, place.width, place.height) == (0, 0, *kiosk.display.size) or None


@pytest.mark.parametrize("name", list(ATTEMPTS))
def test_the_kiosk_stays_the_kiosk(shared: Machine, name: str) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    kiosk = shared
    kiosk.settled()
    screen = at_the_search(kiosk)
    before = kiosk.status()
    ATTEMPTS[name](Scene(kiosk, screen, random.Random(seed)))
    until(lambda: covers_everything(kiosk), lambda: f"one window: {windows(kiosk)}", pid=kiosk.pid)
    after = kiosk.until(is_settled)
    assert set(visits(kiosk.pid)) == {after["front"]["pid"], after["spare"]["pid"]}
    assert zombies(kiosk.pid) == []
    if name in HARMLESS:
        now = kiosk.expect(lambda now: True)
        assert before and before["front"]["pid"] == after["front"]["pid"]
        assert (now.key, now.state, now.node("search").value) == (screen.key, "active", screen.node("search").value)
        assert now.find("bar:end")
    else:
        kiosk.home()
        assert kiosk.tap_on_start(within_s=10).state == "active"


def at_the_search(kiosk: Machine) -> Screen:
    """The search with its keyboard open and nothing typed."""
    screen = kiosk.expect(lambda screen: True)
    if (
        screen.state == "warning"
        or not screen.find("key:q")
        or screen.node("search").value != screen.node("search").name
    ):
        kiosk.home()
        kiosk.walk("option:town-hall")
        kiosk.tap("search")
    return kiosk.expect(lambda screen: screen.find("key:q"))
