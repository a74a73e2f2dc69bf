"""Rotas of codes."""
