"""Views of a list that somebody keeps: its filters, columns and order under a name."""
