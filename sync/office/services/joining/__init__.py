"""A single shop joins with its history."""
