"""Channel codes: who is welcomed by whom, with which tags and words."""
