"""Event kinds."""
