"""Slips that wait for the printer."""
