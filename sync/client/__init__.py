"""The till's end: what it says to head office, and what it does with the answers."""
