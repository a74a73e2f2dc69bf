"""WeCom's own paths, one module for each area."""
