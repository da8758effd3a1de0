"""What goes down to the tills."""
