"""Refusals: contact ways, the codes to scan."""
