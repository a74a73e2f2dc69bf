"""One person across all that he is recognised by: ties, conflicts, merges and their undoing."""
