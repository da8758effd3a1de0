"""The night's audit: what a till says of its day, what head office has of it, and in which ways the two may differ."""
