"""Join ways at WeCom, for whoever needs a code into groups: made once a key, kept, forgotten."""
