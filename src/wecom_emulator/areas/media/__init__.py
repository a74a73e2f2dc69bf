"""Files that are sent and their lives."""
