"""Whether head office has signed the code on a member's phone; told offline, by the key it has handed out."""

from typing import Protocol

from app.ports.store import Config


class SignedByOffice(Protocol):
    """Asked inside a unit of work."""

    def __call__(self, config: Config, message: bytes, signature: bytes) -> bool | None:
        """Whether the signature is head office's; None where this till does not know its key."""
