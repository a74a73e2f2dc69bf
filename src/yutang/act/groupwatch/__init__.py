"""Watch groups that fall silent, hold the same persons twice, or shall be renewed; ask owners."""
