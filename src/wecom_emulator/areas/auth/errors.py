"""Refusals: tickets, OAuth identity, addresses, mini-program login."""
