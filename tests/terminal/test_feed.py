"""Rule 8: live content is fed while it is shown, and only the newest look counts."""

from typing import Any, ClassVar

from terminal.feed import Feed
from terminal.steps import Ports
from terminal.values import valueclass
from terminal.workers import Lane
from tests.terminal.virtual_loop import ScriptedWorkers, VirtualLoop
from tests.terminal.world import World, ports


@valueclass(frozen=True)
class Typed:
    """Answers what was typed; somewhere else, so it may take time."""

    every_s: ClassVar[float] = 20.0
    local: ClassVar[bool] = False

    def look(self, ports: Ports, typed: str) -> str:
        """What was typed."""
        return f"found {typed}"


@valueclass(frozen=True)
class Here(Typed):
    """The same, without leaving the process."""

    local: ClassVar[bool] = True


class Booth:
    """A feed, and what it showed."""

    def __init__(self, query: Any) -> None:
        self.loop = VirtualLoop()
        self.workers = ScriptedWorkers(self.loop)
        self.shown: list[str] = []
        self.feed = Feed(
            query, ports=ports(World()), loop=self.loop, workers=self.workers, on_content=self.shown.append
        )


def test_a_local_query_is_answered_before_start_returns() -> None:
    booth = Booth(Here())
    booth.feed.start("a")
    assert booth.shown == ["found a"]


def test_a_query_from_elsewhere_is_shown_when_it_answers() -> None:
    booth = Booth(Typed())
    booth.feed.start("a")
    assert booth.shown == []
    booth.workers.finish(Lane.LIVE)
    assert booth.shown == ["found a"]


def test_an_older_look_that_answers_late_is_never_shown() -> None:
    booth = Booth(Typed())
    booth.feed.start("a")
    booth.feed.typed("ab")
    booth.workers.finish(Lane.LIVE)
    assert booth.shown == []
    booth.workers.finish(Lane.LIVE)
    assert booth.shown == ["found ab"]


def test_it_looks_again_after_every_s_and_tells_only_what_changed() -> None:
    booth = Booth(Typed())
    booth.feed.start("a")
    booth.workers.finish(Lane.LIVE)
    booth.loop.advance(20)
    booth.workers.finish(Lane.LIVE)
    assert booth.shown == ["found a"]
    assert booth.loop.now() >= 20


def test_a_stopped_feed_shows_nothing_more() -> None:
    booth = Booth(Typed())
    booth.feed.start("a")
    booth.feed.stop()
    booth.workers.finish(Lane.LIVE)
    booth.loop.advance(100)
    assert booth.shown == []
