"""Broadcasts that members confirm."""
