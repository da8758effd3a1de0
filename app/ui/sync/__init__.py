"""Head office on the screen: what waits, since when, what it says, and one button to try now."""
