"""Landing pages and short links: what the public opens before it adds anybody."""
