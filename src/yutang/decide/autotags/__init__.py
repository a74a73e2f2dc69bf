"""Rules that tag people by themselves: when something happens, if a condition holds, then this."""
