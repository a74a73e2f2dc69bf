"""Customers and groups handed to another member."""
