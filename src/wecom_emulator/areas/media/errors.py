"""Refusals: files that are sent and their lives."""
