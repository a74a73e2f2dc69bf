"""Refusals: the library of welcomes for groups."""
