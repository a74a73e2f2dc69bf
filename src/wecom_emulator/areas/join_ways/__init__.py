"""Codes that lead into a customer group."""
