"""Who opened our pages and links from where, and which of them became customers."""
