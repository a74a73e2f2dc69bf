"""A corp's own fields, and their values for each person."""
