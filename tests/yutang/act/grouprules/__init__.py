"""Rules of groups and their book of breaches."""
