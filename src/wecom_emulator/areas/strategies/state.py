"""What is kept: rule groups of customers and of Moments."""
