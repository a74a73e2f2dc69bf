"""People of old accounts and groups who move here: a code and a tag for each, and how far it is."""
