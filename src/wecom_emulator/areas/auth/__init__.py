"""Tickets, OAuth identity, addresses, mini-program login."""
