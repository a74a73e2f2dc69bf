"""Who may do what, and with whom."""
