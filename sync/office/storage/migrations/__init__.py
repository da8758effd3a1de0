"""Head office's schema through time (Alembic)."""
