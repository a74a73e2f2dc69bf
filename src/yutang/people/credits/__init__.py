"""Who brought whom: the first and the last touch of each person, kept for good."""
