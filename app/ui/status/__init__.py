"""The status strip: how everything is, and what to do about it."""
