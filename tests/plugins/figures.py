"""Figures that a run shall show even when it is green: a test records them as the property "figure"."""

import pytest

FIGURE = "figure"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Below the results, in the order of the alphabet: workers finish in any."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    figures = sorted(str(value) for report in reports for name, value in report.user_properties if name == FIGURE)
    if figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.write_line(figure)
