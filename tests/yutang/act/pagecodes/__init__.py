"""Page codes."""
