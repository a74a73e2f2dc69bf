"""Corp and strategy tags."""
