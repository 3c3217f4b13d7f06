"""The visit's deadline: one timer that touches move."""

from terminal.deadline import Deadline, Patience
from tests.terminal.virtual_loop import VirtualLoop


def armed(after_s: float) -> tuple[VirtualLoop, Deadline, list[float]]:
    loop, expired = VirtualLoop(), list[float]()
    start_s = loop.now()
    deadline = Deadline(loop, lambda: expired.append(loop.now() - start_s))
    deadline.arm(after_s)
    return loop, deadline, expired


def test_it_expires_once_at_its_time() -> None:
    loop, _, expired = armed(60)
    loop.advance(1000)
    assert expired == [60]


def test_a_later_arm_moves_it_without_another_timer() -> None:
    loop, deadline, expired = armed(60)
    for _ in range(1000):
        loop.advance(0.01)
        deadline.arm(60)
    assert loop.pending == 1
    loop.advance(1000)
    assert [round(at_s, 6) for at_s in expired] == [70]


def test_an_earlier_arm_brings_it_forward() -> None:
    loop, deadline, expired = armed(180)
    loop.advance(10)
    deadline.arm(20)
    loop.advance(1000)
    assert expired == [30]


def test_moved_away_and_then_nearer_it_expires_at_the_last_time_said() -> None:
    loop, deadline, expired = armed(60)
    deadline.arm(180)
    loop.advance(70)
    deadline.arm(60)
    loop.advance(1000)
    assert expired == [130]


def test_cancelled_it_never_expires_until_armed_again() -> None:
    loop, deadline, expired = armed(60)
    deadline.cancel()
    loop.advance(1000)
    assert expired == []
    deadline.arm(5)
    loop.advance(1000)
    assert expired == [1005]


def test_it_may_be_armed_again_when_it_expires() -> None:
    loop = VirtualLoop()
    times: list[float] = []

    def expired() -> None:
        times.append(loop.now())
        deadline.arm(30)

    deadline = Deadline(loop, expired)
    deadline.arm(60)
    start_s = loop.now()
    loop.advance(100)
    assert [at_s - start_s for at_s in times] == [60, 90]


def test_the_usual_patience_is_what_en_301_549_asks_for() -> None:
    assert Patience().warning_s >= 20
    assert Patience().more_time > 1
