"""What the customer sees: a second screen, and what a pole display is told."""
