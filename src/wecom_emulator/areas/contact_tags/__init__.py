"""Tags of members and departments, which are not those of customers."""
