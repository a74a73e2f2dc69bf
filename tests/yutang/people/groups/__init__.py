"""Groups: what is known of them, who came and left, what each is for."""
