"""Welcomes by reach, hour and person."""
