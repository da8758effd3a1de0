"""The books compared, sales priced again."""
