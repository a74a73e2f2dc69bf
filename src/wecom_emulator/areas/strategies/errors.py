"""Refusals: rule groups of customers and of Moments."""
