"""What the journeys about appointments share: which offices serve a need, free times, holding and booking, what to say."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Holds the texts that these journeys share."""
