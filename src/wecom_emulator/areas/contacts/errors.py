"""Refusals: members, departments and their tags."""
