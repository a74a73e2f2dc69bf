"""WeCom's door of notices: bundled messages of the app to members, and cards whose buttons work."""
