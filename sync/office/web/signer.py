"""A message may speak for its signer only."""

from fastapi import Request


class NotTheSignerError(Exception):
    """The message speaks for another till than the one that signed."""


def check_signer(request: Request, till: str, epoch: int) -> None:
    """NotTheSignerError where somebody else has signed."""
    signer = request.scope["membertill.signer"]
    if (signer.till, signer.epoch) != (till, epoch):
        raise NotTheSignerError
