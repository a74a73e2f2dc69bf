"""Refusals: the album of products."""
