"""Who allows what the operator may not: the dialog that asks."""
