"""A single shop: what lies at head office goes to its till at once: nobody else can spend it (docs/adr/0010)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from app.domain.ids import TillId, WalletId
from app.domain.lease import Take
from app.domain.lease.office import Outcome, granted
from app.domain.ledger import Lot, Unit
from app.domain.programme.lifecycle.limits import kept_at_office
from sync.office.services.ledger.counted_rights import mint_for_all
from sync.office.services.ledger.settle import may_post
from sync.office.services.programmes import programme_now
from sync.office.services.world import MONEY, World
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.feed import add_changes, lease_stream
from sync.office.storage.ledger import add_granted, granted_totals, lying_at_office, write_changes, write_lines
from sync.office.storage.state import OfficeState, read_state
from sync.protocol.messages import GrantChange

_AT_ONCE = 500

# The wallet and what of it moves.
Part = tuple[WalletId, Take]


@dataclass(frozen=True, slots=True)
class EntrustTill:
    """Grant everything to the till that the shop has; what is waited for, or past its date, stays."""

    world: World
    till: TillId
    epoch: int

    def __call__(self) -> int:
        """How many lots went; 0 while the till has still to say what it holds."""
        total = 0
        while went := self.world.database.write_upload(self._some):
            total += went
            if went < _AT_ONCE:
                break
        return total

    def _some(self, connection: Connection) -> int:
        chain, state = lock_chain(connection, self.till, self.epoch), read_state(connection)
        if chain is None or not chain.is_active or not may_post(chain, state):
            return 0
        programme = programme_now(connection, self.world)
        kept: frozenset[Unit] = frozenset()
        if programme is not None:
            mint_for_all(connection, self.world, state, programme)
            kept = kept_at_office(programme, self.world.clock.day())
        lying = lying_at_office(connection, self.world.clock.day(), _AT_ONCE + len(kept))
        parts = [(wallet, take) for wallet, take in lying if take.unit not in kept]
        if parts:
            self._grant(connection, chain, state, parts)
        return len(parts)

    def _grant(self, connection: Connection, chain: Chain, state: OfficeState, parts: Sequence[Part]) -> None:
        outcome = Outcome()
        for wallet, takes in groupby(parts, key=lambda part: part[0]):
            source = self.world.new_id()
            made = granted(chain.till, wallet, [take for _, take in takes], state.merchant, source)
            outcome.lines.extend(made.lines)
            outcome.changes.update(made.changes)
        write_changes(connection, outcome.changes)
        write_lines(connection, outcome.lines, self.world.clock.now_ms())
        add_granted(
            connection, chain.till, chain.epoch, [(wallet, take.unit, take.lot, take.amount) for wallet, take in parts]
        )
        lent = sum(take.amount for _, take in parts if take.unit in MONEY)
        if lent:
            change_chain(connection, chain, leased_money=chain.leased_money + lent)
        wanted = [(wallet, take.unit, take.lot) for wallet, take in parts]
        totals = granted_totals(connection, chain.till, chain.epoch, wanted)
        changes = [_change(at, total).model_dump_json() for at, total in totals.items()]
        add_changes(connection, lease_stream(chain.till, chain.epoch, state.server_epoch), changes)


def _change(at: tuple[WalletId, Unit, Lot], total: int) -> GrantChange:
    wallet, unit, lot = at
    return GrantChange(wallet=wallet, unit=unit, lot=lot.key, total=total)
