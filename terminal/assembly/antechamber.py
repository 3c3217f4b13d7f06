"""Where orders wait until there is a loop: a window can only be opened once its size is known."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock

from terminal.channel import Configure, Order
from terminal.loop import MainLoop, Timer


class Antechamber:
    """Stands in for the main loop while the channel already listens; afterwards it only passes on."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._loop: MainLoop | None = None
        self._leading = Lock()
        self._orders: list[Order] = []
        self._obey: Callable[[Order], None] = self._orders.append

    def now(self) -> float:
        """There is no time here yet."""
        return 0.0

    def call_later(self, delay_s: float, fn: Callable[[], None]) -> Timer:
        """Nothing can be timed before there is a loop."""
        raise RuntimeError("no loop yet")

    def post(self, fn: Callable[[], None]) -> None:
        """See `MainLoop.post`."""
        with self._leading:
            if self._loop:
                self._loop.post(fn)
            else:
                self._waiting.put(fn)

    def take(self, order: Order) -> None:
        """An order, on the thread that will be the loop's."""
        self._obey(order)

    def wait_for_configuration(self) -> Configure:
        """The configuration; what comes after it waits for `lead_to`."""
        while True:
            self._waiting.get()()
            if self._orders and isinstance(configure := self._orders.pop(0), Configure):
                return configure

    def lead_to(self, loop: MainLoop, obey: Callable[[Order], None]) -> None:
        """From now on everything goes to `loop`, and orders to `obey`, first those that waited."""
        self._obey = obey
        with self._leading:
            while not self._waiting.empty():
                loop.post(self._waiting.get())
            self._loop = loop
