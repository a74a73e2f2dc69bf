"""Files of people that go out."""
