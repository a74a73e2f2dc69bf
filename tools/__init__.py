"""What the Makefile calls: set-up, checks and generated files of this repository."""
