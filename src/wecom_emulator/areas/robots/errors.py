"""Refusals: robots of group chats."""
