"""Who was added, through what, by whom, and who stayed."""
