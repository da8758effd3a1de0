"""A shop played through in memory under a programme: scenarios, dry runs and properties rest on it. Pure."""
