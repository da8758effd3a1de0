"""A payment gateway to try the till with: its own reading of the protocol, no code shared with the driver."""
