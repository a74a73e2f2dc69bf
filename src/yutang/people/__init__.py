"""The second floor: who the corp is, who works there, and whom it knows."""
