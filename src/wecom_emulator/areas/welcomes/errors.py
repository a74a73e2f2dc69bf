"""Refusals: the welcome message: within 20 s of the event, once a code."""
