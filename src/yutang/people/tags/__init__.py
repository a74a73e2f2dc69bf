"""WeCom's corp tags, mirrored; which relation carries which, by whom and why."""
