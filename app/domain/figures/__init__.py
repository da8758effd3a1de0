"""What each report figure means, defined once and used by till and head office; pure functions over rows."""
