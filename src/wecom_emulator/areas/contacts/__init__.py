"""Members, departments and their tags."""
