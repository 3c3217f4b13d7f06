"""What a visit needs when a journey begins, made when it is needed or nothing else is to do: not for the first picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from terminal.adapters import Adapters
from terminal.directories import runtime_dir, state_dir
from terminal.limits import Limits
from terminal.moments import Clock
from terminal.texts.rendering import TOWN_ZONE
from terminal.values import valueclass

if TYPE_CHECKING:
    from config.schema import Configuration
    from hardware.simulated.loudspeaker import SimulatedLoudspeaker
    from hardware.sound.loudspeaker import Loudspeaker
    from terminal.desk.dock import DockCommand
    from terminal.eid import EidClient
    from terminal.journeys.appointments.receipt import Say
    from terminal.journeys.snapshot import Snapshot


@valueclass(frozen=True)
class Circumstances:
    """Of one visit: what its adapters have to know. `mail_not_sent` and `card_trouble` hear why."""

    clock: Clock
    limits: Limits
    saying: Callable[[], Say]
    mail_not_sent: Callable[[str], None]
    card_trouble: Callable[[str], None]
    simulate: bool


class Equipment:
    """The configuration of a `snapshot`, the adapters that it asks for, and the town's data for journeys."""

    def __init__(self, snapshot: Mapping[str, Any], circumstances: Circumstances) -> None:
        self._given = snapshot
        self._circumstances = circumstances

    @cached_property
    def configuration(self) -> Configuration:
        """The whole configuration."""
        from config.schema import Configuration

        return Configuration.model_validate(self._given)

    @property
    def adapters(self) -> Adapters:
        """Towards the town's services and the kiosk's devices."""
        return self._world[0]

    @property
    def commands(self) -> Mapping[str, DockCommand]:
        """What the dock can ask of simulated devices."""
        from hardware.simulated.loudspeaker import SimulatedLoudspeaker

        heard = self._loudspeaker
        return {**self._world[1], **({"sounds": heard.asked} if isinstance(heard, SimulatedLoudspeaker) else {})}

    @cached_property
    def town_data(self) -> Snapshot:
        """What journeys know of the town."""
        from terminal.assembly.town_data import snapshot_of
        from terminal.central.mail.mailing import MAILING
        from terminal.receipts.printing import RECEIPTS

        adapters, configuration = self.adapters, self.configuration
        return snapshot_of(
            configuration,
            printer=adapters.has(RECEIPTS),
            scanner=configuration.scanner.kind != "none" or self._circumstances.simulate,
            mail=(configuration.mail.sender if adapters.has(MAILING) else None) or "",
        )

    def possible(self) -> bool:
        """See `Belongings`: only a visit that has asked for a card can leave one."""
        return self._cards is not None and self._cards.asked()

    def lie(self) -> bool:
        """See `Belongings`."""
        return self._cards is not None and self._cards.card_lies()

    def ring(self) -> None:
        """A signal for who no longer looks at the screen."""
        self._loudspeaker.ring()

    def warm_up(self) -> None:
        """Do now what the first press would have to wait for."""
        from terminal.journeys.registry import load_journeys, warm_up

        _load_words()
        load_journeys()
        warm_up(self.town_data, self._circumstances.clock.now().astimezone(TOWN_ZONE).date())

    def close(self) -> None:
        """The visit is over: what was begun for it ends with it. A visit that dies leaves that to the next one."""
        if self._cards:
            self._cards.close()

    @property
    def _cards(self) -> EidClient | None:
        """Who reads them; None while nobody has needed any equipment."""
        from terminal.eid import EID

        return self.adapters.of(EID) if "_world" in self.__dict__ and self.adapters.has(EID) else None

    @cached_property
    def _loudspeaker(self) -> Loudspeaker | SimulatedLoudspeaker:
        from hardware.simulated.loudspeaker import SimulatedLoudspeaker
        from hardware.sound.loudspeaker import Loudspeaker

        return SimulatedLoudspeaker() if self._circumstances.simulate else Loudspeaker(self.configuration.sound.device)

    @cached_property
    def _world(self) -> tuple[Adapters, Mapping[str, DockCommand]]:
        from terminal.assembly.world import Around, world

        around = self._circumstances
        return world(
            self.configuration,
            Around(
                runtime_dir(),
                state_dir(),
                around.clock,
                around.saying,
                around.limits,
                around.mail_not_sent,
                around.card_trouble,
                around.simulate,
            ),
        )


def load() -> None:
    """Import all that equipment can ask for."""
    import terminal.assembly.eid
    import terminal.assembly.mail
    import terminal.assembly.receipts
    import terminal.assembly.services
    import terminal.assembly.town_data
    import terminal.assembly.world  # noqa: F401
    from terminal.journeys.registry import load_journeys

    _load_words()
    load_journeys()


def _load_words() -> None:
    from terminal.texts.fluent_entries import load_words_of_calendars
    from terminal.texts.shipped import LANGUAGES

    load_words_of_calendars(LANGUAGES)
