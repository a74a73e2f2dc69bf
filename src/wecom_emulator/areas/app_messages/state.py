"""What is kept: what an app tells members."""
