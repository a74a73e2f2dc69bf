"""Gifts for adding."""
