"""Who is on the screen, who is behind it, who must go: the supervisor under a virtual clock."""

import random
import re
from pathlib import Path

import pytest

import terminal
from terminal.events import CATALOGUE, CaseId, Choice, EventId, Field, JourneyId, Number
from terminal.messages import STATES, Alerted, Clock, Configure, Release, Show, Shown, Spent, Stop
from terminal.supervisor.child import Stage
from terminal.supervisor.faults import USABLE_S
from terminal.supervisor.settings import READY_S, SHOW_S, Reading, Settings
from terminal.visit_states import VisitState
from tests.supervisor.backstage import SETTINGS, Backstage, Conduct, order_of, taken


def settled() -> Backstage:
    backstage = Backstage().begin()
    backstage.loop.advance(USABLE_S + 1)
    return backstage


def test_the_states_of_a_beat_are_those_of_a_visit() -> None:
    assert {state.value for state in VisitState} == STATES


def test_a_process_is_spawned_before_the_configuration_is_there() -> None:
    backstage = Backstage()
    backstage.supervisor.start()
    assert len(backstage.processes) == 1
    assert backstage.processes[0].orders == []


def test_it_is_configured_and_shown_as_soon_as_there_is_a_configuration() -> None:
    backstage = Backstage().begin()
    first = backstage.processes[0]
    assert first is backstage.front
    assert order_of(Configure, first).snapshot == {"digit": "a"}
    assert order_of(Show, first) == Show("start", "", 0, False)


def test_then_there_is_a_warm_hidden_spare() -> None:
    backstage = Backstage().begin()
    assert backstage.alive == 2
    assert backstage.supervisor.spare
    assert backstage.supervisor.spare.stage is Stage.WARM
    assert not [order for order in backstage.spare.orders if isinstance(order, Show)]


def test_a_finished_visit_is_followed_by_the_spare_and_then_released() -> None:
    backstage = settled()
    old, spare = backstage.front, backstage.spare
    old.finish()
    assert backstage.front is spare
    assert isinstance(old.orders[-1], Release)
    assert not old.alive
    assert backstage.alive == 2


def test_the_old_one_is_not_released_before_the_new_one_is_shown() -> None:
    backstage = settled()
    backstage.spare._conduct = Conduct(ignores=(Show,))
    old = backstage.front
    old.finish()
    assert backstage.front is old
    assert not [order for order in old.orders if isinstance(order, Release)]


def test_without_a_warm_spare_the_finished_one_stays_until_there_is_one() -> None:
    backstage = settled()
    old = backstage.front
    backstage.conduct = Conduct(ignores=(Configure,))
    backstage.spare.exit(1)
    backstage.loop.run_until_idle()
    old.finish()
    assert backstage.front is old
    assert old.alive
    backstage.conduct = Conduct()
    backstage.loop.advance(READY_S + 1)
    assert backstage.front is not old


def test_how_long_the_spare_took_to_the_screen_is_recorded() -> None:
    backstage = settled()
    spare = backstage.spare
    spare._conduct = Conduct(ignores=(Show,))
    backstage.front.finish()
    backstage.loop.advance(0.25)
    spare.say(Shown())
    backstage.loop.run_until_idle()
    assert backstage.seen(EventId.FRONT_SHOWN)[-1].fields == {"after_ms": 250}


def test_a_closing_that_takes_too_long_is_killed_and_recorded() -> None:
    backstage = settled()
    old = backstage.front
    old._conduct = Conduct(ignores=(Release,))
    old.finish()
    backstage.loop.advance(9)
    assert old.alive
    backstage.loop.advance(1.1)
    assert not old.alive
    assert len(backstage.seen(EventId.CLOSING_OVERDUE)) == 1


def test_a_dead_front_is_replaced_at_once() -> None:
    backstage = settled()
    spare = backstage.spare
    backstage.front.exit(-11)
    backstage.loop.run_until_idle()
    assert backstage.front is spare
    assert backstage.seen(EventId.FRONT_LOST)[-1].fields == {"how": "killed"}
    assert backstage.alive == 2


def test_a_silent_front_is_killed_and_replaced() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    front.hanging = True
    backstage.loop.advance(SETTINGS.hang_s + 0.1)
    assert not front.alive
    assert backstage.front is spare
    assert backstage.seen(EventId.FRONT_LOST)[-1].fields == {"how": "silent"}


def test_a_beating_front_is_left_alone() -> None:
    backstage = settled()
    front = backstage.front
    backstage.loop.advance(600)
    assert backstage.front is front


def test_nobody_is_blamed_when_the_supervisor_itself_was_frozen() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    backstage.loop._now_s += 60  # as after SIGCONT: timers ring late, before any beat
    backstage.loop.advance(1.5)
    assert backstage.front is front
    assert backstage.spare is spare


@pytest.mark.parametrize("status", [0, 1, -11])
def test_a_dead_spare_is_replaced(status: int) -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    spare.exit(status)
    backstage.loop.run_until_idle()
    assert backstage.front is front
    assert backstage.spare is not spare
    assert len(backstage.seen(EventId.SPARE_LOST)) == 1


def test_a_silent_spare_is_replaced() -> None:
    backstage = settled()
    spare = backstage.spare
    spare.hanging = True
    backstage.loop.advance(SETTINGS.hang_s + 0.1)
    assert not spare.alive
    assert backstage.spare.alive


def test_a_spare_that_is_never_ready_is_replaced() -> None:
    backstage = settled()
    backstage.conduct = Conduct(ignores=(Configure,))
    backstage.spare.exit(1)
    backstage.loop.run_until_idle()
    lazy = backstage.spare
    backstage.conduct = Conduct()
    backstage.loop.advance(READY_S + 0.1)
    assert not lazy.alive
    assert backstage.seen(EventId.SPARE_LOST)[-1].fields == {"how": "never-ready"}
    assert backstage.supervisor.spare
    assert backstage.supervisor.spare.stage is Stage.WARM


def test_a_spare_that_does_not_come_when_called_is_replaced() -> None:
    backstage = settled()
    called = backstage.spare
    called._conduct = Conduct(ignores=(Show,))
    backstage.front.finish()
    backstage.loop.advance(SHOW_S + 0.1)
    assert not called.alive
    assert backstage.supervisor.front
    assert not backstage.supervisor.front.finished


def test_both_dead_at_once_are_both_replaced() -> None:
    backstage = settled()
    backstage.front.exit(-9)
    backstage.spare.exit(-9)
    backstage.loop.run_until_idle()
    assert backstage.supervisor.front
    assert backstage.supervisor.spare
    assert backstage.alive == 2


def test_an_idle_front_is_recycled_after_hours() -> None:
    backstage = settled()
    front = backstage.front
    backstage.loop.advance(4 * 3600 - 60)
    assert backstage.front is front
    backstage.loop.advance(60)
    assert backstage.front is not front
    assert len(backstage.seen(EventId.FRONT_RECYCLED)) == 1


def test_a_front_in_use_is_not_recycled_before_it_is_idle_or_finished() -> None:
    backstage = settled()
    front = backstage.front
    front.be("active")
    backstage.loop.advance(5 * 3600)
    assert backstage.front is front
    front.be("idle")
    assert backstage.front is not front


def test_the_simulated_clock_moves_visits_and_recycling() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    backstage.supervisor.move_clock(5 * 3600)
    backstage.loop.run_until_idle()
    assert order_of(Clock, spare) == Clock(5 * 3600)
    assert isinstance(front.orders[-2], Clock)
    assert backstage.front is spare
    assert order_of(Show, spare).clock_offset_s == 5 * 3600
    assert order_of(Configure, backstage.spare).clock_offset_s == 5 * 3600


def test_a_new_configuration_is_handed_over_to_at_once_when_nobody_is_there() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    backstage.take(Reading(taken("b")))
    assert not spare.alive
    assert backstage.front is not front
    assert order_of(Configure, backstage.front).snapshot == {"digit": "b"}
    assert not backstage.seen(EventId.FRONT_RECYCLED)


def test_a_new_configuration_waits_for_the_end_of_the_visit() -> None:
    backstage = settled()
    front = backstage.front
    front.be("active")
    backstage.take(Reading(taken("b")))
    backstage.loop.advance(60)
    assert backstage.front is front
    assert order_of(Configure, backstage.spare).snapshot == {"digit": "b"}
    front.finish()
    assert order_of(Configure, backstage.front).snapshot == {"digit": "b"}


def test_a_touch_counts_before_the_next_beat() -> None:
    backstage = settled()
    front = backstage.front
    front.tell("visit-began", case="0123456789abcdef")
    backstage.take(Reading(taken("b")))
    assert backstage.front is front


def test_the_same_configuration_changes_nothing() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    backstage.take(Reading(taken("a")))
    assert (backstage.front, backstage.spare) == (front, spare)
    assert len(backstage.seen(EventId.CONFIGURATION_TAKEN)) == 1


def test_a_broken_configuration_changes_nothing_and_says_so() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    backstage.take(Reading(taken("b", "last-good"), ("town.toml: town.accent: too pale", "x")))
    assert (backstage.front, backstage.spare) == (front, spare)
    assert backstage.supervisor.problems == ("town.toml: town.accent: too pale", "x")
    assert backstage.seen(EventId.CONFIGURATION_REFUSED)[-1].fields == {"problems": 2}


def test_the_same_problems_are_recorded_once_and_forgotten_when_mended() -> None:
    backstage = settled()
    backstage.take(Reading(taken("b"), ("broken",)))
    backstage.take(Reading(taken("b"), ("broken",)))
    assert len(backstage.seen(EventId.CONFIGURATION_REFUSED)) == 1
    backstage.take(Reading(taken("b")))
    assert backstage.supervisor.problems == ()


def test_a_configuration_is_good_when_it_has_stayed_on_the_screen() -> None:
    backstage = Backstage().begin()
    assert backstage.good == []
    backstage.loop.advance(USABLE_S + 1)
    assert backstage.good == [taken()]


def test_with_the_next_visit_it_is_good_again_since_it_may_not_have_been_kept() -> None:
    backstage = settled()
    backstage.front.finish()
    backstage.loop.advance(USABLE_S + 1)
    assert backstage.good == [taken(), taken()]


def test_with_broken_files_the_last_good_configuration_runs() -> None:
    backstage = Backstage().begin(Reading(taken("b", "last-good"), ("broken",)))
    assert order_of(Show, backstage.front).mode == "start"
    assert backstage.seen(EventId.CONFIGURATION_TAKEN)[-1].fields["source"] == "last-good"
    assert backstage.supervisor.problems == ("broken",)


def test_a_new_configuration_that_no_process_survives_falls_back_to_the_one_before() -> None:
    backstage = settled()
    front = backstage.front
    front.be("active")
    backstage.conduct = Conduct(dies_on=(Configure,))
    backstage.take(Reading(taken("b")))
    backstage.loop.advance(0.6)
    assert backstage.supervisor.taken == taken("a")
    assert backstage.supervisor.problems
    backstage.conduct = Conduct()
    backstage.loop.advance(60)
    assert backstage.front is front
    assert order_of(Configure, backstage.spare).snapshot == {"digit": "a"}
    assert not backstage.seen(EventId.OUT_OF_ORDER)


def test_a_stop_lets_the_front_close_and_ends_the_spare() -> None:
    backstage = settled()
    front, spare = backstage.front, backstage.spare
    front._conduct = Conduct(ignores=(Stop,))
    backstage.supervisor.stop()
    backstage.loop.run_until_idle()
    assert isinstance(front.orders[-1], Stop)
    assert (front.alive, spare.alive) == (True, False)
    front.exit(0)
    backstage.loop.run_until_idle()
    assert backstage.stops == 1
    assert backstage.events[-1].id is EventId.KIOSK_STOPPED


def test_a_stop_takes_ten_seconds_at_most() -> None:
    backstage = Backstage().begin(Reading(taken(settings=Settings(silent_closing_s=60))))
    backstage.front._conduct = Conduct(ignores=(Stop,))
    backstage.supervisor.stop()
    backstage.loop.advance(9.9)
    assert backstage.stops == 0
    backstage.loop.advance(0.2)
    assert backstage.stops == 1


def test_a_second_stop_does_not_wait() -> None:
    backstage = settled()
    backstage.front._conduct = Conduct(ignores=(Stop,))
    backstage.supervisor.stop()
    backstage.supervisor.stop()
    backstage.loop.run_until_idle()
    assert backstage.stops == 1
    assert backstage.alive == 0


def test_nothing_is_started_any_more_after_a_stop() -> None:
    backstage = settled()
    count = len(backstage.processes)
    backstage.supervisor.stop()
    backstage.loop.advance(60)
    assert len(backstage.processes) == count


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        ("no-such-event", {}),
        ("kiosk-stopped", {}),
        ("visit-began", {"case": "Erika Mustermann"}),
        ("visit-began", {}),
        ("visit-began", {"case": "0123456789abcdef", "name": "Erika"}),
        ("visit-began", {"case": "0123456789abcdef", "id": "x"}),
        ("visit-ended", {"case": "0123456789abcdef", "how": ["x"], "lasted_s": 1}),
    ],
)
def test_what_is_not_in_the_catalogue_is_dropped_and_counted(event: str, fields: dict[str, object]) -> None:
    backstage = settled()
    before = len(backstage.events)
    backstage.front.tell(event, **fields)
    assert len(backstage.events) == before
    assert backstage.supervisor.counts.reports_refused == 1


EXAMPLES: dict[type[Field], str | int] = {CaseId: "0123456789abcdef", JourneyId: "find-service", Number: 1}


def made_by_visits() -> list[EventId]:
    """What code outside the supervision makes events of."""
    core = Path(terminal.__file__).parent
    files = [file for file in core.rglob("*.py") if "supervisor" not in file.relative_to(core).parts]
    names = {name for file in files for name in re.findall(r"event\(EventId\.([A-Z_]+)", file.read_text())}
    return [EventId[name] for name in sorted(names)]


@pytest.mark.parametrize("id", made_by_visits())
def test_every_event_that_a_visit_makes_is_recorded(id: EventId) -> None:
    backstage = settled()
    declared = CATALOGUE[id][1].items()
    fields = {name: min(kind.values) if isinstance(kind, Choice) else EXAMPLES[type(kind)] for name, kind in declared}
    backstage.front.tell(id.value, **fields)
    assert [event.fields for event in backstage.seen(id)] == [fields]
    assert backstage.supervisor.counts.reports_refused == 0


def test_visits_are_counted() -> None:
    backstage = settled()
    backstage.front.tell("visit-began", case="0123456789abcdef")
    assert backstage.supervisor.counts.report()["visits_today"] == 1


def test_cards_that_could_not_be_used_are_counted() -> None:
    backstage = settled()
    backstage.front.tell("card-trouble", why="no-reader")
    assert backstage.supervisor.counts.report()["card_troubles"] == 1


def test_an_alert_acknowledged_later_is_passed_on_to_the_screen() -> None:
    backstage = Backstage().begin(Reading(taken(source="shipped"), ("broken",)))
    backstage.supervisor.alert_acknowledged()
    assert backstage.front.orders[-1] == Alerted()


@pytest.mark.parametrize("part", range(3))
def test_after_any_hundred_random_sequences_one_is_shown_and_one_is_behind_it(part: int) -> None:
    for seed in range(part * 100, part * 100 + 100):
        print("seed", seed)
        rng = random.Random(seed)
        backstage = Backstage().begin()
        for _ in range(rng.randint(1, 60)):
            backstage.shuffle(rng)
            shown = backstage.supervisor.front
            assert shown is None or shown.stage is Stage.SHOWN
        for process in backstage.processes:
            process.hanging = process.hanging and process.alive
        backstage.loop.advance(300)
        supervisor = backstage.supervisor
        assert supervisor.front
        assert supervisor.spare
        assert (supervisor.front.stage, supervisor.spare.stage) == (Stage.SHOWN, Stage.WARM)
        assert supervisor.outage.fault is None
        assert {child.process.pid for child in supervisor.living} == {backstage.front.pid, backstage.spare.pid}
        assert backstage.alive == 2


def test_what_is_limited_is_told_to_the_next_visit_for_an_hour() -> None:
    backstage = settled()
    backstage.front.say(Spent("wrong-code"))
    backstage.loop.advance(60)
    backstage.front.finish()
    assert order_of(Show, backstage.front).spent == {"wrong-code": [60]}
    backstage.loop.advance(3600)
    backstage.front.finish()
    assert order_of(Show, backstage.front).spent == {}


def test_a_spare_waits_for_cheaper_birth_and_comes_as_soon_as_it_can() -> None:
    backstage = Backstage(birth_s=5).begin()
    assert backstage.alive == 1
    backstage.loop.advance(4.9)
    assert backstage.alive == 1
    backstage.loop.advance(0.2)
    assert backstage.alive == 2


def test_it_waits_no_longer_than_it_has_to() -> None:
    backstage = Backstage(birth_s=5).begin()
    backstage.birth_s = 0
    backstage.supervisor.births_changed()
    backstage.loop.run_until_idle()
    assert backstage.alive == 2


def test_nobody_waits_for_cheaper_birth_while_the_screen_is_empty() -> None:
    backstage = Backstage(birth_s=5).begin()
    backstage.front.exit(-9)
    backstage.loop.run_until_idle()
    assert backstage.supervisor.front
    assert backstage.front.alive
