"""What is kept: the library of welcomes for groups."""
