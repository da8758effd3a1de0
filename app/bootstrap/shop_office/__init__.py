"""The head office of a single shop: a child process of the till, on this machine only (docs/adr/0010)."""
