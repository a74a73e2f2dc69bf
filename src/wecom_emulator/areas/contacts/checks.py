"""What WeCom looks at before it does anything."""
