"""Migrations: they never import application code, so that an old one keeps its meaning."""
