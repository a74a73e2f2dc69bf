"""Benchmarks: `uv run python -m bench NAME [--json]`."""
