"""The rules of the shop: pure, frozen data and functions; no clock, no I/O, no randomness."""
