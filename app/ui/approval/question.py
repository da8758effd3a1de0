"""What is asked before something that needs permission, and which reasons are offered."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.staff import Permission


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be allowed: `what` as the operator reads it, and the reasons to choose from (free words go too)."""

    permission: Permission
    what: str
    reasons: Sequence[str] = ()
    needs_reason: bool = True
