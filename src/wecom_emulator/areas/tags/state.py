"""What is kept: corp and strategy tags."""
