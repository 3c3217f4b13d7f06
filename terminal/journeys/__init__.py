"""What citizens can do at the terminal: one package each."""
