"""The sale screen: scan, basket, member, quick keys."""
