"""The floor that decides."""
