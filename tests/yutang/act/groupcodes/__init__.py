"""Group codes."""
