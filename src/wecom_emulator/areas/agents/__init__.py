"""The app itself: settings, menu, workbench."""
