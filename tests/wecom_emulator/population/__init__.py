"""The generated company."""
