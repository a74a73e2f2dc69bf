"""What is kept: customer acquisition links."""
