"""Group codes: one code that never changes, in front of a queue of groups that fill up."""
