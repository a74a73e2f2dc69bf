"""The library of welcomes for groups."""
