"""Refusals: group chats of an app."""
