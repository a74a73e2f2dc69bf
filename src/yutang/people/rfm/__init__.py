"""Who is worth what: recency, frequency and money of buyers, in eight classes."""
