"""What is kept: customer groups and statistics."""
