"""Whether WeCom and this installation reach each other, and what to do where they do not."""
