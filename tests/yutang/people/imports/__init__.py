"""Files of people that come in and go out."""
