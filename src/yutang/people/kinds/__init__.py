"""What kinds of events there are, of what types their properties; what fits none is quarantined."""
