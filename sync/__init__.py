"""What travels between tills and head office, and the two ends of it."""
