"""What is kept: contact ways, the codes to scan."""
