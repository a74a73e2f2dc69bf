"""Files of people that go out, and the register of who took what and when."""
