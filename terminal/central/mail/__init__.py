"""Mail to citizens: one short letter to one address, through the town's own mail server."""
