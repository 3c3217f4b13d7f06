"""Splits an .ftl file into its entries, so that each is parsed only when it is first needed.

Parsing a whole language took 20 ms and more; splitting takes less than 1 ms.
"""

import re

_ENTRY = re.compile(r"^(-?[A-Za-z][A-Za-z0-9_-]*)[ ]*=", re.MULTILINE)


def split_entries(source: str) -> dict[str, str]:
    """Id (terms with their leading "-") to the entry's source. Of an id that occurs twice the later one counts."""
    source = source.replace("\r\n", "\n")
    found = list(_ENTRY.finditer(source))
    ends = [*(match.start() for match in found[1:]), len(source)][: len(found)]
    return {match[1]: source[match.start() : end] for match, end in zip(found, ends, strict=True)}
