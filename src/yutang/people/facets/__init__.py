"""Who has what, as one bitmap of customer ids per facet: what lists of millions are found by."""
