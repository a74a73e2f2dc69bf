"""Words that members may not send."""
