"""The gateway to WeCom."""
