"""Turns a skip into a failure unless tests/allowed_skips.txt lists its reason: a run cannot turn green by not looking."""

from collections.abc import Generator
from pathlib import Path

import pytest

ALLOWED = Path(__file__).parent.parent / "allowed_skips.txt"


def allowed_ids(text: str) -> frozenset[str]:
    """The ids of a list: the first word of each line that is neither empty nor a comment."""
    return frozenset(line.split()[0] for line in text.splitlines() if line.strip() and not line.startswith("#"))


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str | None:
    """Why it was skipped; None when it was not (an expected failure is no skip)."""
    if not report.skipped or hasattr(report, "wasxfail"):
        return None
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return said.removeprefix("Skipped: ")


def judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Makes the report of a skip that is not listed a failure."""
    reason = reason_of(report)
    if reason is None or reason.partition(":")[0] in allowed_ids(ALLOWED.read_text(encoding="utf-8")):
        return
    report.outcome = "failed"
    report.longrepr = f"skipped for a reason that {ALLOWED.name} does not list: {reason}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    judge(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    judge(report)
    return report
