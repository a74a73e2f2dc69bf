"""What people allow, how they refuse, and how all that is known of one goes out or away."""
