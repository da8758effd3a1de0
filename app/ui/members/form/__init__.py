"""The form of a member: registered in a few keys, or changed."""
