"""Scripted days."""
