"""Customers on their own pages: signed in by WeCom, seeing and deciding what is theirs."""
