"""Welcomes of groups and keyword replies."""
