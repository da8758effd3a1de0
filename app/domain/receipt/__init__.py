"""What stands on a slip (`content`), and how it is laid out in columns (`layout`)."""
