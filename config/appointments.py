"""What only the whole configuration shows of appointments: counters without an office, concerns that nobody serves."""

from collections.abc import Iterator

from config.layers import Path_
from config.problems import did_you_mean
from config.schema import Configuration
from config.schema.journeys import WITH_APPOINTMENTS
from terminal.central.appointments.offer import Concern, Counter
from terminal.central.offices.hours import OpeningHours
from terminal.central.offices.office import Office


def contradictions(configuration: Configuration) -> Iterator[tuple[Path_, str]]:
    """Key and reason, for staff."""
    offices = {office.id: office for office in configuration.offices}
    counters = {counter.id: counter for counter in configuration.counters}
    for n, counter in enumerate(configuration.counters):
        yield from _about_counter(("counters", n, "office"), counter, offices)
    for n, concern in enumerate(configuration.concerns):
        yield from _about_concern(("concerns", n), concern, counters, offices)
    for n, journey in enumerate(configuration.journeys.enabled):
        if journey in WITH_APPOINTMENTS and not configuration.concerns:
            yield ("journeys", "enabled", n), f'"{journey}" needs at least one entry under [[concerns]]'


def _about_counter(key: Path_, counter: Counter, offices: dict[str, Office]) -> Iterator[tuple[Path_, str]]:
    office = offices.get(counter.office)
    if office is None:
        yield key, f'there is no office "{counter.office}"{did_you_mean(counter.office, list(offices))}'
    elif not _longest_min(office.hours):
        yield key, f'the office "{counter.office}" has no opening hours, so nobody could ever come'


def _about_concern(
    key: Path_, concern: Concern, counters: dict[str, Counter], offices: dict[str, Office]
) -> Iterator[tuple[Path_, str]]:
    for n, counter_id in enumerate(concern.counters):
        if counter_id not in counters:
            yield (*key, "counters", n), f'there is no counter "{counter_id}"{did_you_mean(counter_id, list(counters))}'
    if not counters:
        yield key, "needs at least one entry under [[counters]]"
        return
    serving = [counters[id] for id in concern.counters or counters if id in counters]
    open_min = max((_longest_min(offices[it.office].hours) for it in serving if it.office in offices), default=0)
    if 0 < open_min < concern.minutes:
        yield (*key, "minutes"), f"is longer than its offices are ever open without a break ({open_min} minutes)"


def _longest_min(hours: OpeningHours) -> int:
    """The longest opening without a break, in minutes; 0 when it never opens."""
    week = (hours.mon, hours.tue, hours.wed, hours.thu, hours.fri, hours.sat, hours.sun)
    days = (*week, *(extra.hours for extra in hours.extra))
    return max((span.closes - span.opens for day in days for span in day), default=0)
