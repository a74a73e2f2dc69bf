"""The album of products."""
