"""What is kept: codes that lead into a customer group."""
