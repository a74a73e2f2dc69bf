"""The benchmarks at a small size."""
