"""Rule groups of customers and of Moments."""
