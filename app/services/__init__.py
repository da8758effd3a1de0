"""The use cases: one file each, named by its verb; one unit of work and one commit each."""
