"""Word to the corp's own people: told once in the caller's transaction, read in the product."""
