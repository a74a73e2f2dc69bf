"""Refusals: customers and groups handed to another member."""
