"""Refusals: broadcasts that members confirm."""
