"""What groups say by themselves: welcomes their owners choose, replies typed into the console."""
