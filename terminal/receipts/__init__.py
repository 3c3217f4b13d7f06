"""Slips: what stands on them, how they are set out, and that each is printed once."""
