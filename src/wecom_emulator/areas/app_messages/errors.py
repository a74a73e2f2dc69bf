"""Refusals: what an app tells members."""
