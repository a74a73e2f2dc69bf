"""Reading what WeCom already holds: departments, staff, tags, customers."""
