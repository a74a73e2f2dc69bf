"""What a person agreed to: one row for each purpose, with its source and its date."""
