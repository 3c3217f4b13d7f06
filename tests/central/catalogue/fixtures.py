"""Data of other authorities, beside the clone where they were collected; never part of it."""

from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parents[4] / "shared" / "fixtures"
MUNICH = FIXTURES / "munich" / "services_de.json"
LEIKA = FIXTURES / "leika" / "leika-nrw-ozgdb-2019.csv"
QUERIES = FIXTURES / "queries"


def need(*files: Path) -> None:
    """Skips the test where they are not."""
    if not all(file.exists() for file in files):
        pytest.skip("no-fixtures: the collected data are not beside this clone")
