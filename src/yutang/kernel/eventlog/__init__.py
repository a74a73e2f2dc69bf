"""The event log at size: its months, what is kept how long, cold months, who holds readers back."""
