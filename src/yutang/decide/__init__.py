"""What decides by itself what is to be done with whom."""
