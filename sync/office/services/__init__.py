"""What head office does: one file a use case, one transaction each. Time, chance and database are handed in."""
