"""Who of a code's members is on duty, and WeCom's list kept so."""
