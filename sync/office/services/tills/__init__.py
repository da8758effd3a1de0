"""What a till says and asks."""
