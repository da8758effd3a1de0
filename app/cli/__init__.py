"""The commands beside the till itself: demo, verify, backup, restore, doctor, printer."""
