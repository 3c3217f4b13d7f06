"""The results for people."""

from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]


def readable(results: Json) -> str:
    """Everything that was measured, as plain text."""
    return "\n".join(line for name, found in results.items() for line in _section(name, found))


def _section(name: str, found: Json) -> Iterator[str]:
    yield f"\n{name}"
    if "figures" in found:
        yield from _ratios(found["figures"])
    elif name == "drawing":
        yield from _table(found)
    else:
        yield from _plain(found, 1)


def _ratios(figures: Json) -> Iterator[str]:
    yield f"  {'':18}{'kiosk':>10}{'browser':>10}   {'ratio (min - max)':24}wished"
    for name, figure in figures.items():
        ratio, target = figure["ratio"], figure["target"]
        told = f"{ratio['median']:.2f} ({ratio['min']:.2f} - {ratio['max']:.2f})" if ratio else "-"
        wished = f"<= {target}" if target else ""
        yield f"  {name:18}{figure['kiosk']['median']:10.1f}{figure['chromium']['median']:10.1f}   {told:24}{wished}".rstrip()


def _table(rows: Json) -> Iterator[str]:
    columns = list(next(iter(rows.values())))
    yield "  " + f"{'ms':18}" + "".join(f"{column:>9}" for column in columns)
    for name, row in rows.items():
        yield "  " + f"{name:18}" + "".join(f"{row[column]:9.1f}" for column in columns)


def _plain(found: Json, depth: int) -> Iterator[str]:
    for name, value in found.items():
        if isinstance(value, Mapping) and set(value) == {"min", "median", "max"}:
            yield "  " * depth + f"{name}: {value['median']:.1f} ({value['min']:.1f} - {value['max']:.1f})"
        elif isinstance(value, Mapping) and set(value) == {"p50", "p99"}:
            yield "  " * depth + f"{name}: {value['p50']:.1f}, 99 %: {value['p99']:.1f}"
        elif isinstance(value, Mapping):
            yield "  " * depth + f"{name}:"
            yield from _plain(value, depth + 1)
        else:
            yield "  " * depth + f"{name}: {value}"
