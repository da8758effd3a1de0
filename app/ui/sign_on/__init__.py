"""Sign on and lock: who stands at the till."""
