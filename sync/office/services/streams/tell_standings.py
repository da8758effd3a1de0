"""A single shop: its till knows its members and hears here only what head office has decided of their tiers.

The stream of members would not do: of who was a member before there was a head office, this one knows no name.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import TierId, TillId
from app.domain.programme.lifecycle.standing import Standing
from sync.office.services.world import World
from sync.office.storage.announced import has_announced, take_announced
from sync.office.storage.feed import lease_stream, nudge
from sync.office.storage.life import lives_of
from sync.office.storage.state import read_state
from sync.office.storage.streams import put_rows
from sync.protocol.streams import STANDINGS, StandingRow

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TellStandings:
    """Stands in for `TellMembers` where the only till is the shop's own; it waits for news, and is let know."""

    world: World
    till: TillId
    epoch: int

    def __call__(self) -> int:
        """How many members were looked at; whose tiers are as they were told is no news."""
        looked_at = 0
        while self.world.database.read(has_announced):
            looked_at += self.world.database.write(self._some)
        return looked_at

    def _some(self, connection: Connection) -> int:
        wallets = take_announced(connection, _AT_ONCE)
        lives = lives_of(connection, wallets, lock=False)
        rows: dict[str, str | None] = {wallet: _row(life.standing) for wallet, life in lives.items()}
        if put_rows(connection, STANDINGS, rows, self.world.clock.now_ms()):
            nudge(connection, lease_stream(self.till, self.epoch, read_state(connection).server_epoch))
        return len(wallets)


def _row(standing: Standing) -> str | None:
    """The tiers held and those held before, as JSON; None where head office has never spoken of any."""
    held, had = standing.tier_ids(), _ever_held(standing)
    if not held and not had:
        return None
    main = standing.tiers.get("main")
    row = StandingRow(
        main=(main.tier, main.until) if main else None,
        more=tuple((each.tier, each.until) for ladder, each in sorted(standing.tiers.items()) if ladder != "main"),
        had=tuple(sorted(had - held)),
    )
    return json.dumps(row.model_dump(mode="json"), separators=(",", ":"))


def _ever_held(standing: Standing) -> set[TierId]:
    before: Sequence[TierId | None] = [change.before for change in standing.tier_history]
    after = (change.after.tier for change in standing.tier_history if change.after)
    return {*(tier for tier in before if tier), *after}
