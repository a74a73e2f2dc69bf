"""What a new friend hears: which welcome is whose and when, its files kept ready, sent in time."""
