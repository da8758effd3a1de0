"""Programmes published and tried."""
