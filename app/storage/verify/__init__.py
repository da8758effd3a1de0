"""`membertill verify`: proves the books. Every check walks the journal once, event by event, and says what is wrong."""
