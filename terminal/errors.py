"""Refusals: what can go wrong in the normal course of things is a value, not an exception."""

from terminal.values import valueclass


@valueclass(frozen=True)
class Refusal:
    """Parent of the domain's refusals (slot taken, code unknown, ...). A FINAL effect that answers one did not happen."""
