"""How many customers shall be won, and how far everybody has come."""
