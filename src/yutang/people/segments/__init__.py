"""Segments: who they are is said once, by conditions or a list, and used by that one reference."""
