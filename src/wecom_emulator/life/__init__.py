"""Scripted days: people scan, chat, join, leave, buy, complain, delete; members do their part."""
