"""Each add and how its welcome ended: sent, late, impossible or failed, and why."""
