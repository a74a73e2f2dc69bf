"""Who and what the samples name, brought about in an emulator when a sample names it."""
