"""Receipt printers: the ESC/POS encoder, the lines that carry it, the spool's thread, the virtual printer."""
