"""Scanners and card readers: the keyboard wedge and the serial line."""
