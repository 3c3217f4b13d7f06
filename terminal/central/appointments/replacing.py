"""A changed appointment: the new one names the old, then the old is cancelled; whoever reads the new one finishes that."""

from dataclasses import replace

from terminal.central.appointments.codes import ref_of
from terminal.central.appointments.entry import Entry, Kept, Mode
from terminal.central.appointments.port import BookUnavailableError
from terminal.central.appointments.shelf import Shelf


def naming(old: Entry) -> str:
    """How a new entry names the one it replaces. The kept secret tells it from a later one at the same place."""
    return f"{old.ref.id} {old.secret}"


def finish(shelf: Shelf, kept: Kept) -> Kept:
    """Cancel what `kept` still has to replace; `kept` as it is afterwards."""
    if not kept.entry.replaces:
        return kept
    old = _named(shelf, kept.entry.replaces)
    if old and old.entry.mode is Mode.BOOKED:
        cancelled = replace(old.entry, mode=Mode.CANCELLED, contact=None, by=kept.entry.op)
        if shelf.write(cancelled, old.version) is None:
            return kept  # somebody else is at it; the next reader looks again
    done = replace(kept.entry, replaces="", replaced=kept.entry.replaces)
    version = shelf.write(done, kept.version)
    return Kept(done, version) if version else kept


def give_back(shelf: Shelf, new: Entry) -> bool:
    """Make valid again what `new` replaced, so that `new` can go; False when its time now belongs to somebody else.

    Raises `BookUnavailableError` when it is changed at the same moment: the next try sees what came of that. The order of write
    and look is that of `claims`: of two who want the time, the one who writes later sees the other.
    """
    name = new.replaces or new.replaced
    if not name:
        return True
    old = _named(shelf, name)
    if old is None:
        return False
    if old.entry.mode is not Mode.CANCELLED:
        _sealed(shelf, old)
        return True
    if old.entry.by != new.op:
        return False
    version = shelf.write(replace(old.entry, mode=Mode.BOOKED, contact=new.contact, by=""), old.version)
    if version is None:
        return False
    if _alone(shelf, old.entry):
        return True
    shelf.write(old.entry, version)
    return False


def _sealed(shelf: Shelf, kept: Kept) -> None:
    """Written again as it is: a cancel that is still on its way finds another version, and does nothing."""
    if shelf.write(kept.entry, kept.version) is None:
        raise BookUnavailableError("the appointment before was changed at this moment")


def _named(shelf: Shelf, name: str) -> Kept | None:
    written, _, secret = name.partition(" ")
    ref = ref_of(written)
    kept = shelf.read(ref) if ref else None
    return kept if kept and kept.entry.secret == secret else None


def _alone(shelf: Shelf, entry: Entry) -> bool:
    around = shelf.between(entry.ref.office, entry.start, entry.end)
    return not any(
        other.ref.lane == entry.ref.lane and other.ref != entry.ref and other.mode is not Mode.CANCELLED
        for other in around.listed
    )
