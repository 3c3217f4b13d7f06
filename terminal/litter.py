"""Python's search for reference cycles, kept out of the way.

While a process starts, almost everything that it makes is there to stay: looking through it again and again costs an eighth
of the start, and finds nothing.
"""

import gc


def put_off() -> None:
    """Do not search; for the start, and for all of a short life."""
    gc.disable()


def keep() -> None:
    """What is there now stays and is never looked through: looking writes to it, and forked processes would no longer share it."""
    gc.freeze()


def settle() -> None:
    """What is there now stays and is never looked through again; from now on search among what is new."""
    gc.freeze()
    gc.enable()
