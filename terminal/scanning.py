"""What a scanner has read. It is as hostile as anything typed, and may come through a keyboard layout that is not its own."""

import string

LONGEST_CODE = 200

_IN_CODES = frozenset(string.ascii_letters + string.digits + ":.-")

_LAYOUTS: tuple[dict[int, int], ...] = (
    {},
    # A scanner set to English at a German keyboard layout, and the other way round: what stands on the same keys.
    str.maketrans("ÖöÜüß?YyZz", "::::-_ZzYy"),
    str.maketrans(">/YyZz", ":-ZzYy"),
)


def code_in(scan: str, begins: str) -> str | None:
    """The code that `scan` holds, as capitals; None when it is none. Codes begin with `begins`, such as ``BT1:``.

    Other signs than those of codes, and more than `LONGEST_CODE` characters, are no code.
    """
    if len(scan) > LONGEST_CODE:
        return None
    for layout in _LAYOUTS:
        code = scan.strip().translate(layout).upper()
        if code.startswith(begins) and set(code) <= _IN_CODES:
            return code
    return None
