"""The virtual printer: an ESC/POS interpreter that draws slips, over TCP, a pseudo-terminal or inside the process.

It shares no code with the encoder, so that each checks the other.
"""
