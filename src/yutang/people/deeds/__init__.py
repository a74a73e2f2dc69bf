"""Calls of WeCom whose effect shall be had once though answers get lost: each kind a guarantee."""
