"""Whether AusweisApp is there at all; who only wants to know that need not import how one talks with it."""

import shutil

PROGRAMS = ("AusweisApp", "AusweisApp2")
"""Its name since release 2.0, and before."""


def installed() -> str | None:
    """The path of the program, None where there is none."""
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)
