"""Refusals: codes that lead into a customer group."""
