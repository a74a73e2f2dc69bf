"""What is kept: members, departments and their tags."""
