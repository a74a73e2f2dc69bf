"""Customers as the API shows them."""
