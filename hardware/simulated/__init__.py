"""Devices that are not there, for desks and tests: each speaks what the real one speaks."""
