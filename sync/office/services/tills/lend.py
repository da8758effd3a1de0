"""LEASE_REQUEST: lend value to a till, out of what lies at head office and nothing else."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.lease import Take
from app.domain.lease.office import Account, granted, shares
from app.domain.lease.share import kind_of
from app.domain.ledger import OFFICE, Lot, Place, Unit, is_members
from app.domain.sale.elsewhere import REFUND_RIGHT
from sync.office.services.errors import IdReusedError, UnknownTillError
from sync.office.services.ledger.counted_rights import COUNTED, mint_asked_for
from sync.office.services.ledger.recall import recall_from_others
from sync.office.services.tills.refund_rights import place_right
from sync.office.services.world import MONEY, World
from sync.office.storage.answers import keep_answer, kept_answer
from sync.office.storage.cards import is_blocked
from sync.office.storage.chains import Chain, change_chain, lock_chain
from sync.office.storage.engines import ContendedError
from sync.office.storage.feed import add_changes, lease_stream
from sync.office.storage.ledger import (
    grant_more,
    granted_totals,
    lendable,
    try_debits,
    write_changes,
    write_lines,
)
from sync.office.storage.state import Mode, OfficeState, read_state
from sync.protocol.messages import LARGEST_AMOUNT, LEASE_ANSWER, Denied, GrantChange, Granted, LeaseRequest

# How often a request looks again when other tills took what it had just seen.
_LOOKS = 20

Answer = Granted | Denied


@dataclass(frozen=True, slots=True)
class LendValue:
    """Answer a lease request."""

    world: World

    def __call__(self, request: LeaseRequest) -> Answer:
        """GRANT with totals or DENY; the same for the same id. IdReusedError where the id was another request's."""
        return self.world.database.write(lambda connection: self._answered(connection, request))

    def _answered(self, connection: Connection, request: LeaseRequest) -> Answer:
        chain = lock_chain(connection, request.till, request.epoch)
        if chain is None:
            raise UnknownTillError
        wallet, asked = WalletId(request.wallet), _hash(request)
        state = read_state(connection)
        kept = kept_answer(connection, wallet, request.id)
        if kept is not None and kept[0] != asked:
            raise IdReusedError
        # Before the kept answer: until this till has joined, what it was granted and never got is taken back.
        passing = _cannot_now(chain, state, request)
        if passing is not None:
            return passing
        if kept is not None:
            return _as_of_now(connection, chain, state, LEASE_ANSWER.validate_json(kept[1]))
        answer, changes = self._lend(connection, chain, state, request)
        keep_answer(connection, wallet, request.id, asked, answer.model_dump_json(), self.world.clock.now_ms())
        if changes:
            add_changes(connection, lease_stream(chain.till, chain.epoch, state.server_epoch), changes)
        return answer

    def _lend(
        self, connection: Connection, chain: Chain, state: OfficeState, request: LeaseRequest
    ) -> tuple[Answer, Sequence[str]]:
        wallet, unit = WalletId(request.wallet), Unit(request.unit)
        if is_blocked(connection, wallet):
            # A till that has not heard of it reads the card yet.
            return Denied(id=request.id, server_epoch=state.server_epoch, why="short"), ()
        if kind_of(unit) in COUNTED:
            mint_asked_for(connection, self.world, state, wallet, unit)
        elif unit == REFUND_RIGHT:
            place_right(connection, self.world, state, wallet)
        least = max(1, request.min)
        parts: Sequence[tuple[Lot, int]] = ()
        for _ in range(_LOOKS):
            lots, held = lendable(connection, wallet, unit, chain.till)
            room = self._room(chain, unit, held)
            parts = shares(request.want, lots, room, self.world.clock.day())
            if sum(part for _, part in parts) < least:
                if room < least:
                    return Denied(id=request.id, server_epoch=state.server_epoch, why="cap"), ()
                recall_from_others(connection, state, wallet, unit, chain)
                return Denied(id=request.id, server_epoch=state.server_epoch, why="short"), ()
            if self._debited(connection, wallet, unit, parts):
                return self._grant(connection, chain, state, request, parts)
        raise ContendedError

    def _debited(self, connection: Connection, wallet: WalletId, unit: Unit, parts: Sequence[tuple[Lot, int]]) -> bool:
        debits = {(wallet, unit, lot.key, OFFICE): part for lot, part in parts}
        if len(debits) == 1:
            return try_debits(connection, debits)
        # All lots or none: a savepoint takes back the lots that were there when another is not.
        with connection.begin_nested() as savepoint:
            if try_debits(connection, debits):
                return True
            savepoint.rollback()
        return False

    def _grant(
        self,
        connection: Connection,
        chain: Chain,
        state: OfficeState,
        request: LeaseRequest,
        parts: Sequence[tuple[Lot, int]],
    ) -> tuple[Answer, Sequence[str]]:
        wallet, unit = WalletId(request.wallet), Unit(request.unit)
        takes = [Take(unit, lot, part) for lot, part in parts]
        outcome = granted(chain.till, wallet, takes, state.merchant, self.world.new_id())
        write_changes(connection, _credits(outcome.changes))
        write_lines(connection, outcome.lines, self.world.clock.now_ms())
        lots = tuple(grant_more(connection, chain.till, chain.epoch, wallet, unit, parts))
        if unit in MONEY:
            lent = sum(part for _, part in parts)
            change_chain(connection, chain, leased_money=chain.leased_money + lent)
        answer = Granted(
            id=request.id,
            server_epoch=state.server_epoch,
            wallet=wallet,
            unit=unit,
            lots=lots,
            soft_expiry_ms=self.world.policy.soft_expiry_ms,
        )
        changes = [GrantChange(wallet=wallet, unit=unit, lot=lot, total=total) for lot, total in lots]
        return answer, [change.model_dump_json() for change in changes]

    def _room(self, chain: Chain, unit: Unit, held: int) -> int:
        policy = self.world.policy
        if unit not in MONEY:
            return self.world.unit_caps.get(kind_of(unit), LARGEST_AMOUNT) - held
        return min(policy.wallet_cap - held, policy.till_cap - chain.leased_money)


def _cannot_now(chain: Chain, state: OfficeState, request: LeaseRequest) -> Denied | None:
    """Refusals that say nothing about the wallet and are not kept."""
    if request.server_epoch != state.server_epoch:
        return Denied(id=request.id, server_epoch=state.server_epoch, why="other_epoch")
    if not chain.is_active:
        return Denied(id=request.id, server_epoch=state.server_epoch, why="fenced")
    if state.mode is Mode.RECOVERY or chain.joined_epoch != state.server_epoch:
        return Denied(id=request.id, server_epoch=state.server_epoch, why="recovery")
    return None


def _as_of_now(connection: Connection, chain: Chain, state: OfficeState, kept: Answer) -> Answer:
    """A kept answer in today's words: the totals may have grown, and a restore has given the epoch another name."""
    if isinstance(kept, Denied):
        return kept.model_copy(update={"server_epoch": state.server_epoch})
    wallet, unit = WalletId(kept.wallet), Unit(kept.unit)
    of = [(wallet, unit, Lot.from_key(lot)) for lot, _ in kept.lots]
    totals = granted_totals(connection, chain.till, chain.epoch, of)
    lots = tuple((lot.key, total) for (_, _, lot), total in totals.items())
    return kept.model_copy(update={"server_epoch": state.server_epoch, "lots": lots})


def _credits(changes: Mapping[Account, int]) -> dict[Account, int]:
    # The office's side is debited already, guarded.
    return {account: change for account, change in changes.items() if change > 0 or not is_members(Place(account[3]))}


def _hash(request: LeaseRequest) -> bytes:
    # The epoch may be a newer one when the same request is sent again.
    return hashlib.sha256(request.model_dump_json(exclude={"server_epoch"}).encode()).digest()
