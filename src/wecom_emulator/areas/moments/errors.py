"""Refusals: moments that members confirm."""
