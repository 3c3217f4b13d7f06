"""The eID service of a town: it reads the card through AusweisApp, and tells us what we may know."""
