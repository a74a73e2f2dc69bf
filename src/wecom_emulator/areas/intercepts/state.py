"""What is kept: words that members may not send."""
