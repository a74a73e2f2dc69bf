"""Members and departments in bulk: imports from a file, exports into encrypted ones."""
