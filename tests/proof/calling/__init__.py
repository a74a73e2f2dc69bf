"""The call of our client that makes each sample's request, by the sample's key."""
