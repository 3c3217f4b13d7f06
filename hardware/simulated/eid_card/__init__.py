"""A German identity card in software, for simulations and tests: its keys are public, and it protects nothing."""
