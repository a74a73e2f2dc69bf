"""Refusals: customers as the API shows them."""
