"""The audience engine."""
