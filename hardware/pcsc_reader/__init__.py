"""Card readers by PC/SC, for what AusweisApp does not tell: which other card lies there."""
