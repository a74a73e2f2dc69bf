"""How much of WeCom's ceilings is left: customers, codes, tags and links."""
