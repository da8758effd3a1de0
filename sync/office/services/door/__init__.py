"""The open door."""
