"""One act on many customers: first what it would do, then, confirmed, chunk by chunk."""
