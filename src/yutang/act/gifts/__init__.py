"""Gifts for adding: a code of a list for each new friend, once, as far as the stock reaches."""
