"""Refusals: customer groups and statistics."""
