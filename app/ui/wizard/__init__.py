"""The first run: from an empty machine to a till that somebody can sign on at."""
