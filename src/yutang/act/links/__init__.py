"""Acquisition links: made at WeCom, watched with their quota, counted with what they cost."""
