"""Refusals: the app itself: settings, menu, workbench."""
