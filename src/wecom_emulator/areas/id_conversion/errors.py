"""Refusals: ids of one kind for ids of another."""
