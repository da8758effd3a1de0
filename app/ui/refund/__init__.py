"""Giving money back for goods that were sold."""
