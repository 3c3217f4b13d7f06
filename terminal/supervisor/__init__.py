"""One visit process on the screen, one warm spare behind it; heals what dies or hangs. It holds no personal data."""
