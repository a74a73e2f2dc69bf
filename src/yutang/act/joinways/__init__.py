"""Join ways at WeCom, for whoever needs a code into groups: made once for a key, kept, forgotten."""
