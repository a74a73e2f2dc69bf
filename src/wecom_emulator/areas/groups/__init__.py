"""Customer groups and statistics."""
