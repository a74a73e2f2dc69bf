"""Members of the corp on their own pages: signed in by WeCom, seeing what is theirs."""
