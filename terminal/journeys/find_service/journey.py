"""Which service, and then its questions, one a screen, until the citizen has what was wanted."""

from collections.abc import Generator
from typing import Any

from terminal.journeys.find_service.actions import act
from terminal.journeys.find_service.finding import ALL, HELP, LETTER, SITUATION, ReadService, ServiceFinder, ServiceList
from terminal.journeys.find_service.nothing import nothing_fits
from terminal.journeys.find_service.service_page import questions, topic_page
from terminal.journeys.find_service.topics import topic_of
from terminal.journeys.snapshot import Snapshot
from terminal.steps import Choose, Journey, Step, Unknown, Work
from terminal.wording import message


def find_service(snapshot: Snapshot) -> Journey:
    """Searched for, or found by life situation or letter."""
    chosen = yield from _chosen(snapshot)
    if chosen == HELP:
        yield from nothing_fits(snapshot)
        return
    service = yield from Work(
        key="service", title=message("service-opening"), doing=message("service-opening"), effect=ReadService(chosen)
    )
    if service is None or isinstance(service, Unknown):
        yield from nothing_fits(snapshot)
        return
    asked = yield from questions(snapshot, service)
    topic = topic_of(asked)
    if topic:
        yield from topic_page(service, topic)
    else:
        yield from act(snapshot, service, asked, "about")


def _chosen(snapshot: Snapshot) -> Generator[Step[Any], Any, str]:
    """The id of a service, or that none fits."""
    chosen = yield from Choose(
        key="what",
        title=message("service-what"),
        options=ServiceFinder(snapshot.responsible_names),
        search=message("service-search"),
        help=message("service-help-what"),
    )
    number = 1
    while chosen.startswith((SITUATION, ALL, LETTER)):
        title = message("service-which-letter") if chosen == ALL else message("service-which")
        chosen = yield from Choose(
            key=f"list:{number}",
            title=title,
            options=ServiceList(chosen, snapshot.responsible_names),
            help=message("service-help-list"),
        )
        number += 1
    return chosen
