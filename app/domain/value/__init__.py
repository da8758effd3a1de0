"""Value bought, paid back, moved between cards: the facts, their bodies, and the rules that make them."""
