"""Refusals: corp and strategy tags."""
