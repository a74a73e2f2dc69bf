"""A company to look at, and a driver that proves the main job on it from outside."""
