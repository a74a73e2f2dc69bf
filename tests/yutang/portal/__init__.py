"""Customers' own pages."""
