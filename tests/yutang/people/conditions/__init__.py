"""The language of conditions."""
