"""Proof from outside: a stranger's client, samples in the documented shapes, and noise."""
