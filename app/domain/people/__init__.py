"""Members as a register: who was written in, changed, merged and erased, and what may stand there."""
