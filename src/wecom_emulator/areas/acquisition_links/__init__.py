"""Customer acquisition links."""
