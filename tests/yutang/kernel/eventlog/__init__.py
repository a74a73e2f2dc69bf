"""The event log at size."""
