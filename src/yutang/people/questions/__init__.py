"""Sets of questions that staff ask a person; answers become attributes."""
