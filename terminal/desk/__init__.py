"""What staff and developers ask a running kiosk from the command line."""
