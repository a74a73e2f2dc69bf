"""Contact ways, the codes to scan."""
