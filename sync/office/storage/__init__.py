"""Head office's tables on SQLite or PostgreSQL, laid out for a distributed one; one file per subject."""
