"""What is kept: tickets, OAuth identity, addresses, mini-program login."""
