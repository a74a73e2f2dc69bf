"""What an app tells members."""
