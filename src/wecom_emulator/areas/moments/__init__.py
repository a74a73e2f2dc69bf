"""Moments that members confirm."""
