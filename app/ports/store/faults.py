"""What may be wrong with the store; the environment's fault, never a bug's."""


class StoreFullError(Exception):
    """The disk is full: nothing of this unit of work was kept; the environment's fault."""


class StoreUnavailableError(Exception):
    """The store cannot be read or written (broken file, wrong key, disk gone); the environment's fault."""
