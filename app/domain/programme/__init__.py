"""The membership programme: what a shop grants whom (`model`), read from a file (`file`), in words (`explain`)."""
