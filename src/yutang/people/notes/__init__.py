"""What staff write down about a person, and what came of following him up."""
