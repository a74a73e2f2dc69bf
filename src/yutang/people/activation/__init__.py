"""What customers do themselves, as far as WeCom tells: messages they sent, and their silence."""
