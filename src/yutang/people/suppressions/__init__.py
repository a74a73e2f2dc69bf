"""Keyed hashes of who was erased, so that no reading and no file brings him back."""
