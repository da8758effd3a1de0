"""What a refund owes at a payment provider, on the screen: asked for, said, closed."""
