"""Persons known to the corp, their identities and their relations with staff."""
