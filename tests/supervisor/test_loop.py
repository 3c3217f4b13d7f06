"""The supervisor's loop: real file descriptors, real time."""

import os
from threading import Thread

from terminal.supervisor.loop import SelectorLoop


def test_what_has_arrived_comes_before_what_is_due() -> None:
    loop, order = SelectorLoop(), []
    out, in_ = os.pipe()
    loop.on_readable(out, lambda: (os.read(out, 1), order.append("read")))
    loop.call_later(0, lambda: (order.append("timer"), loop.stop()))
    os.write(in_, b"x")
    loop.run()
    assert order == ["read", "timer"]


def test_what_has_arrived_while_it_was_busy_comes_before_what_became_due_meanwhile() -> None:
    loop, order = SelectorLoop(), []
    out, in_ = os.pipe()

    def be_busy_until_the_timer_is_due() -> None:
        os.write(in_, b"x")
        while loop.now() < due_s:
            continue

    loop.on_readable(out, lambda: (os.read(out, 1), order.append("read")))
    loop.post(be_busy_until_the_timer_is_due)
    loop.call_later(0.01, lambda: (order.append("timer"), loop.stop()))
    due_s = loop.now() + 0.01
    loop.run()
    assert order == ["read", "timer"]


def test_a_post_from_another_thread_wakes_it() -> None:
    loop = SelectorLoop()
    thread = Thread(target=lambda: loop.post(loop.stop))
    loop.post(thread.start)
    loop.run()
    thread.join()


def test_timers_run_in_order_and_cancelled_ones_never() -> None:
    loop, order = SelectorLoop(), []
    loop.call_later(0.02, lambda: (order.append("second"), loop.stop()))
    loop.call_later(0.01, lambda: order.append("first"))
    loop.call_later(0.0, lambda: order.append("never")).cancel()
    loop.run()
    assert order == ["first", "second"]


def test_cancelled_timers_take_no_room() -> None:
    loop, kept = SelectorLoop(), []
    for _ in range(1000):
        kept.append(loop.call_later(3600, loop.stop))
        loop.call_later(3600, loop.stop).cancel()
    assert len(loop._timers) <= 1300
    for timer in kept:
        timer.cancel()
        timer.cancel()
    assert len(loop._timers) <= 300


def test_whoever_is_closed_by_another_in_the_same_round_is_not_called() -> None:
    loop, called = SelectorLoop(), []
    pipes = [os.pipe(), os.pipe()]

    def read(mine: int, other: int) -> None:
        called.append(mine)
        loop.on_readable(other, None)
        loop.stop()

    for mine, other in ((0, 1), (1, 0)):
        loop.on_readable(pipes[mine][0], lambda mine=mine, other=other: read(mine, pipes[other][0]))
        os.write(pipes[mine][1], b"x")
    loop.run()
    assert len(called) == 1
