"""Group chats of an app."""
