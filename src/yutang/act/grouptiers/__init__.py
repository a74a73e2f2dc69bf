"""Tiers of groups: how they stand, who belongs into one, and inviting people there."""
