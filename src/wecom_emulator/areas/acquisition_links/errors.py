"""Refusals: customer acquisition links."""
