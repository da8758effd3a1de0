"""The hardware: each device is a folder-sized secret behind a port, with one I/O thread of its own."""
