"""The main loop: wakes at once, keeps the order, draws only what changed, and lets exceptions through."""

import threading
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from screens.loop import EventDrivenLoop
from screens.paint import Painter
from screens.primitives import Fill, PaintGroup, Rect
from screens.sdl import Alarm
from screens.window import KioskWindow


class Bell:
    """An alarm that sleeps until it is rung, whatever else happens."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self.slept = 0

    def sleep(self, seconds: float) -> None:
        self.slept += 1
        assert self._rung.wait(10), "nobody rang"
        self._rung.clear()

    def ring(self) -> None:
        self._rung.set()


def test_a_post_from_another_thread_wakes_a_sleeping_loop(
    loop: EventDrivenLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = Bell()
    monkeypatch.setattr(loop, "_alarm", bell)
    helper = threading.Thread(target=lambda: loop.post(lambda: loop.post(loop.stop)))
    helper.start()
    loop.run()
    helper.join()
    assert bell.slept == 2


def test_an_alarm_rung_by_another_thread_ends_the_sleep_in_sdl(loop: EventDrivenLoop) -> None:
    alarm = Alarm()
    helper = threading.Timer(0.1, alarm.ring)
    helper.start()
    began = loop.now()
    while helper.is_alive():  # an event of SDL's own may end a sleep as well
        alarm.sleep(8)
        loop.turn()
    assert loop.now() - began < 4


def test_an_idle_loop_sleeps(loop: EventDrivenLoop, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = _count_turns(loop, monkeypatch)
    loop.call_later(0.3, loop.stop)
    loop.run()
    assert len(turns) <= 6


def test_what_many_threads_post_is_all_run_on_the_loops_thread(loop: EventDrivenLoop) -> None:
    ran: list[int] = []

    def post_many() -> None:
        for _ in range(100):
            loop.post(lambda: ran.append(threading.get_ident()))

    helpers = [threading.Thread(target=post_many) for _ in range(4)]
    for helper in helpers:
        helper.start()
    for helper in helpers:
        helper.join()
    loop.post(loop.stop)
    loop.run()
    assert ran == [threading.get_ident()] * 400


def test_what_a_posted_function_posts_runs_in_the_next_turn(loop: EventDrivenLoop) -> None:
    ran: list[str] = []
    loop.post(lambda: loop.post(lambda: ran.append("second")))
    loop.turn()
    assert ran == []
    loop.turn()
    assert ran == ["second"]


def test_calls_run_in_the_order_in_which_they_are_due(loop: EventDrivenLoop) -> None:
    ran: list[str] = []
    loop.call_later(0.03, lambda: ran.append("c"))
    loop.call_later(0.01, lambda: ran.append("a"))
    loop.call_later(0.02, lambda: ran.append("b"))
    loop.call_later(0.04, loop.stop)
    loop.run()
    assert ran == ["a", "b", "c"]


def test_calls_due_at_once_run_in_the_order_in_which_they_were_made(loop: EventDrivenLoop) -> None:
    ran: list[int] = []
    for i in range(20):
        loop.call_later(0, lambda i=i: ran.append(i))  # type: ignore[misc]
    loop.turn()
    assert ran == list(range(20))


def test_a_cancelled_call_never_happens(loop: EventDrivenLoop) -> None:
    def fail() -> None:
        raise AssertionError("was cancelled")

    timer = loop.call_later(0, fail)
    timer.cancel()
    timer.cancel()
    loop.turn()


@pytest.mark.parametrize("schedule", [lambda loop, fn: loop.post(fn), lambda loop, fn: loop.call_later(0, fn)])
def test_an_exception_in_a_callback_leaves_run(
    loop: EventDrivenLoop, schedule: Callable[[EventDrivenLoop, Callable[[], None]], None]
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    schedule(loop, fail)
    with pytest.raises(ZeroDivisionError):
        loop.run()


def test_nothing_is_drawn_while_nothing_changes(loop: EventDrivenLoop, drawn: list[Rect | None]) -> None:
    for _ in range(5):
        loop.turn()
    assert drawn == []


def test_only_the_invalid_part_is_drawn_where_the_driver_keeps_the_back_buffer(
    loop: EventDrivenLoop, painter: Painter, drawn: list[Rect | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KioskWindow, "keeps_back_buffer", True)
    painter.paint([PaintGroup("a", (Fill(Rect(10, 10, 20, 20), "text"),))])
    loop.invalidate(Rect(10, 10, 20, 20))
    _turn_until(loop, lambda: bool(drawn))
    assert drawn == [Rect(10, 10, 20, 20)]


def test_the_whole_window_is_drawn_where_the_back_buffer_is_lost(
    loop: EventDrivenLoop, drawn: list[Rect | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KioskWindow, "keeps_back_buffer", False)
    loop.invalidate(Rect(10, 10, 20, 20))
    _turn_until(loop, lambda: bool(drawn))
    assert drawn == [None]


def test_damage_by_the_display_server_leads_to_a_full_frame(
    loop: EventDrivenLoop, window: KioskWindow, drawn: list[Rect | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KioskWindow, "keeps_back_buffer", True)
    loop.invalidate(Rect(0, 0, 5, 5))
    events = iter([("windowexposed",)])
    storage = SimpleNamespace(poll=lambda: next(events, False), flip=window.kivy._win.flip)
    monkeypatch.setattr(window.kivy._win, "_storage", storage)
    _turn_until(loop, lambda: bool(drawn))
    assert drawn == [None]


def test_a_part_drawn_alone_leaves_the_rest_of_the_picture(
    window: KioskWindow, painter: Painter, pixel: Callable[[int, int], str]
) -> None:
    from kivy.graphics.opengl import GL_RGB, GL_UNSIGNED_BYTE, glReadPixels

    painter.paint([PaintGroup("a", (Fill(Rect(0, 0, 400, 300), "action"),))])
    assert pixel(200, 150) == "#2044AA"
    painter.paint([PaintGroup("a", (Fill(Rect(0, 0, 400, 300), "text"),))])
    window.draw(Rect(0, 0, 100, 50))
    inside = glReadPixels(99, 299 - 49, 1, 1, GL_RGB, GL_UNSIGNED_BYTE)
    outside = glReadPixels(100, 299 - 50, 1, 1, GL_RGB, GL_UNSIGNED_BYTE)
    assert (bytes(inside).hex(), bytes(outside).hex()) == ("000000", "2044aa")
    assert pixel(200, 150) == "#000000"  # the next full frame is full again


def test_after_frame_is_called_once_after_the_next_frame(loop: EventDrivenLoop, drawn: list[Rect | None]) -> None:
    frames_seen: list[int] = []
    loop.after_frame(lambda: frames_seen.append(len(drawn)))
    loop.turn()
    assert frames_seen == []
    for _ in range(2):
        before = len(drawn)
        loop.invalidate(None)
        _turn_until(loop, lambda before=before: len(drawn) > before)  # type: ignore[misc]
    assert frames_seen == [1]


def test_what_a_turn_posts_comes_after_its_frame(loop: EventDrivenLoop, drawn: list[Rect | None]) -> None:
    frames_seen: list[int] = []

    def press() -> None:
        loop.invalidate(None)
        loop.post(lambda: frames_seen.append(len(drawn)))

    loop.hurry()
    loop.call_later(0, press)
    loop.turn()
    loop.turn()
    assert frames_seen == [1]


def test_frames_keep_their_distance_unless_the_last_one_was_seen_by_nobody(
    loop: EventDrivenLoop, drawn: list[Rect | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    began_s = loop.now()
    monkeypatch.setattr(loop, "now", lambda: began_s)
    loop.hurry()
    loop.invalidate(None)
    loop.turn()
    assert len(drawn) == 1
    loop.invalidate(None)
    loop.turn()
    assert len(drawn) == 1
    loop.hurry()
    loop.turn()
    assert len(drawn) == 2


def test_kivys_own_clock_is_served(loop: EventDrivenLoop) -> None:
    from kivy.clock import Clock

    Clock.schedule_once(lambda _: loop.stop(), 0.01)
    loop.run()


def test_kivys_clock_does_not_sleep_although_it_was_imported_too_early(window: KioskWindow) -> None:
    from kivy.clock import Clock

    Clock._max_fps = 60.0
    EventDrivenLoop(window)
    assert Clock._max_fps == 0


def _turn_until(loop: EventDrivenLoop, done: Callable[[], bool]) -> None:
    deadline = loop.now() + 5
    while not done():
        assert loop.now() < deadline
        loop.turn()


def _count_turns(loop: EventDrivenLoop, monkeypatch: pytest.MonkeyPatch) -> list[None]:
    turns: list[None] = []
    real = loop.turn

    def turn() -> None:
        turns.append(None)
        real()

    monkeypatch.setattr(loop, "turn", turn)
    return turns


def test_what_is_drawn_unseen_is_not_handed_to_the_display(loop: EventDrivenLoop, window: KioskWindow) -> None:
    loop.turn()
    flips: list[int] = []
    window.kivy.bind(on_flip=lambda *_: flips.append(1))
    loop.invalidate(None)
    loop.draw_unseen()
    loop.turn()
    assert flips == []
