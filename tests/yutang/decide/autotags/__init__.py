"""Rules that tag people by themselves."""
