"""Alembic migrations of `till.db`. A released one is never changed."""
