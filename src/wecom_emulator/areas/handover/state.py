"""What is kept: customers and groups handed to another member."""
