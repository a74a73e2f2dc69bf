"""Tiers of groups and rounds of inviting."""
