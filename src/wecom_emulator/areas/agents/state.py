"""What is kept: the app itself: settings, menu, workbench."""
