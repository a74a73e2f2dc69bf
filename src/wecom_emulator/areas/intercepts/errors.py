"""Refusals: words that members may not send."""
