"""Effects that shall be had once."""
