"""Many measurements in three numbers."""

from collections.abc import Sequence
from math import ceil
from statistics import median


def spread(values: Sequence[float]) -> dict[str, float]:
    """Minimum, median and maximum."""
    return {"min": min(values), "median": median(values), "max": max(values)} if values else {}


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """The 50th and the 99th, each the smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return {name: ordered[ceil(len(ordered) * share) - 1] for name, share in (("p50", 0.5), ("p99", 0.99))}
