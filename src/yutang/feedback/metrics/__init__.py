"""Numbers of the day."""
