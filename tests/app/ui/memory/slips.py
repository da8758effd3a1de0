"""The print spool in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.journal import Json
from app.ports.store import Slip, SlipKind, SlipState


@dataclass
class MemorySpool:
    """Slips by id."""

    slips: dict[int, Slip] = field(default_factory=dict)

    def add(
        self,
        kind: SlipKind,
        about: str,
        *,
        kick_drawer: bool = False,
        is_reprint: bool = False,
        content: Json | None = None,
    ) -> int:
        """Queue one."""
        number = len(self.slips) + 1
        self.slips[number] = Slip(number, kind, about, SlipState.WAITING, is_reprint, kick_drawer, 0, content)
        return number

    def next(self) -> Slip | None:
        """The oldest that waits."""
        return next(iter(self.waiting()), None)

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note how it went."""
        self.slips[slip_id] = replace(self.slips[slip_id], state=state)

    def waiting(self) -> Sequence[Slip]:
        """All that wait."""
        done = {SlipState.PRINTED, SlipState.DROPPED}
        return [slip for slip in self.slips.values() if slip.state not in done]
