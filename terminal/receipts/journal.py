"""Each slip once: what has been printed is remembered under its operation, also when the answer was lost.

On disk (in the runtime directory) stand digests of operations, which are random, and whether they are done: nothing
of a slip and nothing of a person.
"""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from hashlib import sha256
from pathlib import Path
from time import time

from terminal.devices import NotPrinted, Printed, PrinterState, ReceiptPrinter
from terminal.receipts.slip import Slip
from terminal.values import valueclass

KEPT_S = 24 * 3600.0


class Known(Enum):
    """What is known of an operation's slip."""

    PRINTED = "printed"
    PERHAPS = "perhaps"


@valueclass(frozen=True)
class AlreadyPrinted:
    """It has been printed before; nothing was printed now."""


@valueclass(frozen=True)
class PerhapsPrinted:
    """An attempt ended without an answer; nothing was printed now. Ask whether it came out, then print `again`."""


Outcome = Printed | NotPrinted | AlreadyPrinted | PerhapsPrinted


class PrintOnce:
    """Prints through `printer` and remembers in `directory`; without a disk that can be written, in memory alone."""

    def __init__(self, printer: ReceiptPrinter, directory: Path, now: Callable[[], float] = time) -> None:
        self._printer = printer
        self._directory = directory
        self._memory: dict[str, Known] = {}
        with suppress(OSError):
            directory.mkdir(mode=0o700, exist_ok=True)
            _forget_before(directory, now() - KEPT_S)

    def state(self) -> PrinterState:
        """Ask the printer."""
        return self._printer.state()

    def known(self, op: str) -> Known | None:
        """What is known of the slip of `op`; None: nothing of it ever went to the printer."""
        return self._read(_digest(op))

    def print(self, op: str, slip: Slip, *, again: bool = False) -> Outcome:
        """Print `slip`, unless one of `op` has been printed, or may have been and nobody said `again`."""
        digest = _digest(op)
        known = self._read(digest)
        if known is Known.PRINTED:
            return AlreadyPrinted()
        if known is Known.PERHAPS and not again:
            return PerhapsPrinted()
        # Before the first byte: whoever is killed in between leaves a doubt, never a second slip.
        self._note(digest, Known.PERHAPS)
        outcome = self._printer.print(slip)
        if isinstance(outcome, Printed):
            self._note(digest, Known.PRINTED)
        elif outcome.certain and known is None:
            self._note(digest, None)
        return outcome

    def _read(self, digest: str) -> Known | None:
        if digest in self._memory:
            return self._memory[digest]
        try:
            return Known((self._directory / digest).read_text(encoding="ascii"))
        except OSError:
            return None
        except ValueError:
            return Known.PERHAPS

    def _note(self, digest: str, known: Known | None) -> None:
        file = self._directory / digest
        with suppress(OSError):
            if known is None:
                file.unlink(missing_ok=True)
            else:
                fresh = file.with_suffix(".new")
                fresh.write_text(known.value, encoding="ascii")
                fresh.replace(file)
        if known is None:
            self._memory.pop(digest, None)
        else:
            self._memory[digest] = known


def _digest(op: str) -> str:
    return sha256(op.encode("utf-8", "replace")).hexdigest()[:32]


def _forget_before(directory: Path, moment_s: float) -> None:
    for file in directory.iterdir():
        with suppress(OSError):
            if file.stat().st_mtime < moment_s:
                file.unlink()
