"""Data that was right once: cut, repeated, and with other bytes in it."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

_HARMS = st.sampled_from(["replace", "insert", "cut", "repeat", "drop-rest"])
_BYTES = st.binary(min_size=1, max_size=6) | st.sampled_from(
    [b"\0", b"\xff\xfe", b"\r\n", b"\n ", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"]]>", b"&b;", b"{", b"}", b"-> ", b"9" * 40, b"%00", b"A" * 5000]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, sound: st.SearchStrategy[bytes]) -> bytes:
    """One of `sound` after one to six harms."""
    data = draw(sound)
    for _ in range(draw(st.integers(1, 6))):
        harm, place = draw(_HARMS), draw(st.integers(0, max(0, len(data) - 1)))
        reach = place + draw(st.integers(1, 60))
        match harm:
            case "replace":
                new = draw(_BYTES)
                data = data[:place] + new + data[place + len(new) :]
            case "insert":
                data = data[:place] + draw(_BYTES) + data[place:]
            case "cut":
                data = data[:place] + data[reach:]
            case "repeat":
                data = data[:reach] + data[place:reach] * draw(st.integers(1, 50)) + data[reach:]
            case "drop-rest":
                data = data[:place]
    return data


@st.composite
def with_words(draw: st.DrawFn, sound: st.SearchStrategy[bytes], words: Sequence[str]) -> bytes:
    """One of `sound` with up to four of `words`, which mean something to its reader, between or in place of what stands there."""
    data = draw(sound)
    for _ in range(draw(st.integers(0, 4))):
        parts = re.split(rb"([\r\n;=:,]+)", data)
        place = draw(st.integers(0, len(parts) - 1))
        parts[place : place + draw(st.integers(0, 1))] = [draw(st.sampled_from(words)).encode()]
        data = b"".join(parts)
    return data
