"""What is kept: group chats of an app."""
