"""Typed async client of the WeCom server API; knows nothing of the rest of Yutang."""
