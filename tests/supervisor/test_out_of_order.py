"""Out of order: when, with which code, and how the kiosk comes back by itself."""

import pytest

from terminal.channel import NO_DISPLAY
from terminal.events import EventId
from terminal.messages import Configure, Show
from terminal.supervisor.faults import USABLE_S, Fault
from terminal.supervisor.settings import READY_S, Reading, Settings
from tests.supervisor.backstage import Backstage, Conduct, order_of, taken

NO_CONFIGURATION = Reading(taken("f", "shipped"), ("town.toml: broken",))


def test_broken_files_and_no_last_good_configuration_are_code_01() -> None:
    backstage = Backstage().begin(NO_CONFIGURATION)
    assert order_of(Show, backstage.front) == Show("out-of-order", "01", 0, False)
    assert backstage.seen(EventId.OUT_OF_ORDER)[-1].fields == {"code": 1}
    assert backstage.faults == [Fault.CONFIGURATION]


def test_the_files_are_read_again_and_mended_ones_bring_the_kiosk_back() -> None:
    backstage = Backstage().begin(NO_CONFIGURATION)
    backstage.loop.advance(100)
    assert 3 < backstage.rereads < 20
    backstage.take(Reading(taken("b")))
    assert order_of(Show, backstage.front).mode == "start"
    backstage.loop.advance(USABLE_S + 1)
    assert backstage.supervisor.outage.fault is None
    assert backstage.seen(EventId.BACK_IN_ORDER)[-1].fields == {"after_s": 104 - 1}
    assert backstage.faults == [Fault.CONFIGURATION, None]


def test_files_that_cannot_even_be_looked_at_are_code_01_until_they_can() -> None:
    backstage = Backstage()
    backstage.supervisor.start()
    backstage.supervisor.unreadable()
    backstage.loop.advance(10)
    assert backstage.faults == [Fault.CONFIGURATION]
    assert backstage.rereads > 1
    backstage.take(Reading(taken()))
    backstage.loop.advance(USABLE_S + 1)
    assert backstage.faults == [Fault.CONFIGURATION, None]
    assert backstage.supervisor.problems == ()


def test_mended_files_are_no_reason_any_more_when_there_is_no_display_either() -> None:
    backstage = Backstage().begin(NO_CONFIGURATION)
    backstage.conduct = Conduct(dies_on=(Configure,), status=NO_DISPLAY)
    backstage.spare.exit(1)
    backstage.front.exit(1)
    backstage.loop.advance(10)
    assert backstage.faults == [Fault.CONFIGURATION]
    backstage.take(Reading(taken("b")))
    backstage.loop.advance(10)
    assert backstage.faults == [Fault.CONFIGURATION, Fault.NO_DISPLAY]


def test_the_shipped_configuration_never_becomes_the_last_good_one() -> None:
    backstage = Backstage().begin(NO_CONFIGURATION)
    backstage.loop.advance(60)
    assert backstage.good == []


def test_processes_that_die_at_the_start_again_and_again_are_code_02() -> None:
    backstage = Backstage(conduct=Conduct(dies_at_birth=True)).begin()
    backstage.loop.advance(5)
    assert backstage.faults == [Fault.VISITS_DIE]
    assert backstage.seen(EventId.OUT_OF_ORDER)[-1].fields == {"code": 2}


@pytest.mark.parametrize("settings", [Settings(), Settings(out_of_order_after=5, out_of_order_window_s=5)])
def test_processes_that_never_become_warm_are_code_02_although_each_takes_long_to_show_it(settings: Settings) -> None:
    backstage = Backstage(conduct=Conduct(ignores=(Configure,))).begin(Reading(taken(settings=settings)))
    backstage.loop.advance(settings.out_of_order_after * (READY_S + 5))
    assert backstage.faults == [Fault.VISITS_DIE]


def test_a_new_configuration_with_which_no_spare_becomes_warm_gives_way_to_the_one_before() -> None:
    backstage = Backstage().begin()
    backstage.loop.advance(USABLE_S + 1)
    backstage.conduct = Conduct(ignores=(Configure,))
    backstage.take(Reading(taken("b")))
    backstage.loop.advance(3 * (READY_S + 5))
    assert backstage.supervisor.taken == taken("a")
    assert backstage.faults == []


def test_two_losses_at_the_start_are_no_series() -> None:
    backstage = Backstage(conduct=Conduct(dies_at_birth=True))
    backstage.supervisor.start()
    backstage.loop.run_until_idle()
    assert len(backstage.processes) == 2
    backstage.conduct = Conduct()
    backstage.take(Reading(taken()))
    backstage.loop.advance(1)
    assert backstage.faults == []
    assert backstage.supervisor.front


def test_tries_become_rarer_but_do_not_end() -> None:
    backstage = Backstage(conduct=Conduct(dies_at_birth=True)).begin()
    backstage.loop.advance(600)
    count = len(backstage.processes)
    assert count < 40
    backstage.loop.advance(60)
    assert count < len(backstage.processes) <= count + 3


def test_it_comes_back_by_itself_when_processes_live_again() -> None:
    backstage = Backstage(conduct=Conduct(dies_at_birth=True)).begin()
    backstage.loop.advance(60)
    backstage.conduct = Conduct()
    backstage.loop.advance(35)
    assert order_of(Show, backstage.front).mode == "start"
    assert backstage.supervisor.outage.fault is None
    assert backstage.faults == [Fault.VISITS_DIE, None]


def test_a_start_screen_that_kills_gives_way_to_the_out_of_order_screen() -> None:
    backstage = Backstage(conduct=_Touchy()).begin()
    backstage.loop.advance(1.9)
    assert order_of(Show, backstage.front) == Show("out-of-order", "02", 0, False)
    assert backstage.supervisor.outage.fault is Fault.VISITS_DIE


def test_the_start_screen_is_tried_again_and_stays_when_it_can() -> None:
    backstage = Backstage(conduct=_Touchy()).begin()
    backstage.loop.advance(40)
    assert order_of(Show, backstage.front).mode == "out-of-order"
    backstage.conduct = Conduct()
    backstage.loop.advance(70)
    assert order_of(Show, backstage.front).mode == "start"
    assert backstage.supervisor.outage.fault is None
    assert backstage.faults == [Fault.VISITS_DIE, None]


def test_processes_without_a_display_are_code_03() -> None:
    backstage = Backstage(conduct=Conduct(dies_on=(Configure,), status=NO_DISPLAY)).begin()
    backstage.loop.advance(5)
    assert backstage.faults == [Fault.NO_DISPLAY]


def test_a_display_that_is_back_is_no_reason_any_more_when_visits_die_of_showing_the_start_screen() -> None:
    backstage = Backstage(conduct=Conduct(dies_on=(Show,), status=NO_DISPLAY)).begin()
    backstage.loop.advance(5)
    backstage.conduct = _Touchy()
    backstage.loop.advance(5)
    assert order_of(Show, backstage.front).code == "03"
    backstage.loop.advance(60)
    assert backstage.faults == [Fault.NO_DISPLAY, Fault.VISITS_DIE]
    assert order_of(Show, backstage.front).code == "02"


def test_a_machine_without_room_for_a_process_is_out_of_order_and_recovers() -> None:
    backstage = Backstage(refuses_to_spawn=True).begin()
    backstage.loop.advance(10)
    assert backstage.faults == [Fault.VISITS_DIE]
    backstage.refuses_to_spawn = False
    backstage.loop.advance(10)
    assert backstage.faults == [Fault.VISITS_DIE, None]


def test_dying_spares_do_not_take_down_a_front_that_works() -> None:
    backstage = Backstage().begin()
    backstage.loop.advance(5)
    backstage.conduct = Conduct(dies_at_birth=True)
    backstage.spare.exit(1)
    backstage.loop.advance(100)
    assert backstage.faults == []
    assert backstage.supervisor.front


def test_processes_killed_from_outside_as_soon_as_they_are_shown_are_no_fault_of_theirs() -> None:
    backstage = Backstage().begin()
    for _ in range(20):
        backstage.front.exit(-9)
        backstage.loop.run_until_idle()
    assert backstage.faults == []


def test_what_the_dock_does_to_a_process_is_no_fault_of_its() -> None:
    backstage = Backstage(simulate=True).begin()
    for _ in range(6):
        assert backstage.supervisor.front
        backstage.supervisor.front.provoked = True
        backstage.front.hanging = True
        backstage.loop.advance(3.1)
    assert backstage.faults == []


class _Touchy(Conduct):
    """Dies of showing the start screen, but can show the out-of-order screen."""

    def __init__(self) -> None:
        super().__init__(dies_on=(_StartShown,))


class _StartShownMeta(type):
    def __instancecheck__(cls, order: object) -> bool:
        return isinstance(order, Show) and order.mode == "start"


class _StartShown(metaclass=_StartShownMeta):
    pass
