"""What is kept: broadcasts that members confirm."""
