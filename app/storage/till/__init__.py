"""`till.db`: what is ours and must never be lost; one file per subject."""
