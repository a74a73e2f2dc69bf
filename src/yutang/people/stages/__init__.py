"""How far a person came: the names of the stages, and each move from one to another."""
