"""AusweisApp as the kiosk's eID client, spoken to by its SDK: https://www.ausweisapp.bund.de/sdk/."""
