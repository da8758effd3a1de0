"""The commands of `membertill`, one module each."""
