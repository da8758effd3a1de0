"""The tender screen: what is due, how it is paid, and the change."""
