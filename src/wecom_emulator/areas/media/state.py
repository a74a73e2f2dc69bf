"""What is kept: files that are sent and their lives."""
