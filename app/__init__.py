"""The till of a member shop."""

__version__ = "0.1.0"
