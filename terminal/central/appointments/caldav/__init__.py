"""The appointment book on a CalDAV server (RFC 4791): the town's own, or the one that comes with the kiosk."""
