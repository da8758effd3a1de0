"""Find idle leases: value lent to this till that nobody has used here for days."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.lease import Lease
from app.ports.store import Store
from app.services.stamp import Recorder

# By numbers, not by clocks: the last event of each day that somebody looked.
CONFIG_NAME = "leases.days"


@dataclass(frozen=True, slots=True)
class FindIdleLeases:
    """Asked once a day; what it finds goes back to head office."""

    store: Store
    recorder: Recorder

    def __call__(self, idle_days: int) -> Sequence[Lease]:
        """The leases of wallets untouched for `idle_days` days; none while that is not known yet."""
        with self.store.unit_of_work() as uow:
            today = self.recorder.look(uow).day
            text = uow.config.get(CONFIG_NAME)
            marks: dict[str, int] = json.loads(text) if text else {}
            limit = (date.fromisoformat(today) - timedelta(days=idle_days)).isoformat()
            old = [day for day in marks if day <= limit]
            idle = uow.ledger.idle_since(marks[max(old)]) if old else ()
            if today not in marks:
                kept = {day: seq for day, seq in marks.items() if not old or day >= max(old)}
                uow.config.put(CONFIG_NAME, json.dumps(kept | {today: uow.journal.head().seq}))
                uow.commit()
            return idle
