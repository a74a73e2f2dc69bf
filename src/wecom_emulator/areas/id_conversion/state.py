"""What is kept: ids of one kind for ids of another."""
