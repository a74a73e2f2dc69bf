"""Readings of a whole company."""
