"""Python's search for reference cycles, kept out of the way, and memory that a start has left over.

While a process starts, almost everything that it makes is there to stay: looking through it again and again costs an eighth
of the start, and finds nothing.
"""

import ctypes
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


def give_back() -> None:
    """What has been freed goes back to the system (malloc_trim(3), of glibc): 3 MiB after the start of a visit."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
