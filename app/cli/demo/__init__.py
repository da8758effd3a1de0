"""The demo shop: goods, people, a till ready to sell, and plausible days of trade, all by seed."""
