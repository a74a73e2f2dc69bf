"""Answers who is meant: ClickHouse and bitmaps beside PostgreSQL, owned by one process."""
