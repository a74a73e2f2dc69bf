"""Orders of every source in one table: what was bought, what became of it, who is credited."""
