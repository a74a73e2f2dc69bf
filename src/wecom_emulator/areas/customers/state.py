"""What is kept: customers as the API shows them."""
