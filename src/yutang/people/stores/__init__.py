"""Stores: where members serve, by number, with their managers."""
