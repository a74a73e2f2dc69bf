"""Channel codes from a file: one a row, for a member, several, or a store."""
