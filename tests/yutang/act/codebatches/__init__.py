"""Codes from a file."""
