"""The directory: members, cards and balances in a file of their own, a copy that can always be fetched again."""
