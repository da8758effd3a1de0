"""A shop that stands alone joins a chain: the code, how far it is, and what came of it."""
