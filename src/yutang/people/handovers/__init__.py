"""Customers and groups that go from one member to others, and members who left."""
