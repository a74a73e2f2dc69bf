"""What makes the audit trustworthy and readable: its chain, its search, its retention."""
