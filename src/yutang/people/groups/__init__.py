"""Groups with customers: who is in them, who came and left, and what each is for."""
