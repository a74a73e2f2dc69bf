"""Ids of one kind for ids of another."""
