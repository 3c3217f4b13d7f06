"""Identifying with the card, as any journey can have it done: docs/eid.md, "For journeys"."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Of the texts that such journeys share."""
