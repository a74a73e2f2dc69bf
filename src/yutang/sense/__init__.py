"""What comes in from WeCom and other systems."""
