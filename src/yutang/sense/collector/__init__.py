"""The collector: what sites, mini programs, shops and servers tell of people, into the log."""
