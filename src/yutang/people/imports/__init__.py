"""Files of people that come in: read, checked as a whole, then taken in chunk by chunk."""
