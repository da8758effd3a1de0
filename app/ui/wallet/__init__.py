"""What can be done with a wallet and its cards: pay out, undo, move, issue, replace, stop."""
