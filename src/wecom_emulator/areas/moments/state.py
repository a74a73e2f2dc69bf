"""What is kept: moments that members confirm."""
