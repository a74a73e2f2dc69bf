"""What is kept: the album of products."""
