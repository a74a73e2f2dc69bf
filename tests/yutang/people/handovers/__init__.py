"""Handovers of customers and groups."""
