"""Finding a member and looking at one."""
