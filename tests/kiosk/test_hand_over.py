"""What the display shows while one visit takes the place of another."""

import time
from itertools import pairwise

from tests.kiosk.display import UNCOVERED
from tests.kiosk.machine import Machine
from tests.kiosk.patience import DEADLINE_S

BLACK = (0, 0, 0)

Picture = list[tuple[int, int, int]]


def film(kiosk: Machine, new: Picture, grid: list[tuple[int, int]]) -> list[tuple[float, Picture]]:
    """What the points of `grid` show, again and again until all of them show `new`, and a little longer."""
    frames = []
    ends_s = time.monotonic() + DEADLINE_S
    after = 0
    while after < 20:
        frames.append((time.monotonic(), kiosk.display.pixels(grid)))
        after = after + 1 if frames[-1][1] == new else 0
        assert time.monotonic() < ends_s, "the start screen never came"
    return frames


def test_ten_hand_overs_show_nothing_black_and_nothing_old(kiosk: Machine) -> None:
    width, height = kiosk.display.size
    grid = [(x, y) for y in range(150, height, 29) for x in range(3, width, 61)]  # below the header with its clock
    kiosk.settled()
    kiosk.start_screen()
    start = kiosk.display.pixels(grid)
    took = []
    for _ in range(10):
        kiosk.walk("option:town-hall")
        kiosk.tap("search")
        kiosk.person.type("pass")
        screen = kiosk.expect(lambda screen: (field := screen.find("search")) and field.value == "pass")
        kiosk.settled()
        old = kiosk.display.pixels(grid)
        begin_s = time.monotonic()
        kiosk.person.tap(screen.node("bar:end").middle)
        frames = film(kiosk, start, grid)
        assert not any(pixel in (BLACK, UNCOVERED) for _, frame in frames for pixel in frame)
        complete = [frame == start for _, frame in frames]
        assert not any(before and not after for before, after in pairwise(complete))
        assert frames[-1][1] != old
        took.append(next(at_s for at_s, frame in frames if frame == start) - begin_s)
        kiosk.start_screen()
    shown_ms = [event["after_ms"] for event in kiosk.events() if event["event"] == "front-shown"][-10:]
    print("release to the new start screen, ms:", [round(seconds * 1000) for seconds in took])
    print("call of the spare to its first frame, ms:", shown_ms)
    assert min(shown_ms) <= 100
