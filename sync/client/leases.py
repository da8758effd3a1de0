"""What leaves and enters the till's leases by head office's word: totals merged, value returned. Always an event."""

from collections.abc import Iterable, Sequence

from app.domain.bookkeeping import entries_to_json
from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.journal import Kind
from app.domain.lease import Grant, Lease, Take
from app.domain.ledger import OFFICE, Entry, EntryKind, Lot, Unit, lease_at, move
from sync.client.till import Recorder, Work
from sync.protocol.messages import GrantChange, Granted, LeaseChange, RecallChange

LOTS_AN_EVENT = 500


def grants_of(answer: Granted) -> Sequence[Grant]:
    """The totals of an answer."""
    return [Grant(WalletId(answer.wallet), Unit(answer.unit), Lot.from_key(lot), total) for lot, total in answer.lots]


def merge_grants(work: Work, recorder: Recorder, grants: Sequence[Grant]) -> None:
    """Merge totals by maximum; an event says so where one of them is news (docs/adr/0003)."""
    news = [grant for grant in grants if grant.total > _lease(work, grant.wallet, grant.unit, grant.lot).granted]
    for start in range(0, len(news), LOTS_AN_EVENT):
        batch = news[start : start + LOTS_AN_EVENT]
        body = {"grants": [[grant.wallet, grant.unit, grant.lot.key, grant.total] for grant in batch]}
        event = recorder.record(work, Kind.LEASE_GRANTED, body, recorder.stamp(work))
        work.ledger.grant(event, batch)


def give_back(work: Work, recorder: Recorder, parts: Iterable[tuple[WalletId, Take]], reason: str) -> None:
    """Return value: durable here first, then it travels by PUSH."""
    state = work.state()
    listed = [(wallet, part) for wallet, part in parts if part.amount > 0]
    for start in range(0, len(listed), LOTS_AN_EVENT):
        entries = [
            _return_entry(wallet, part, state.till, state.merchant)
            for wallet, part in listed[start : start + LOTS_AN_EVENT]
        ]
        body = {"entries": entries_to_json(entries), "reason": reason}
        event = recorder.record(work, Kind.LEASE_RETURNED, body, recorder.stamp(work))
        work.ledger.post(event, entries)


def apply_changes(work: Work, recorder: Recorder, changes: Sequence[LeaseChange]) -> None:
    """Apply a page of the lease feed in its order."""
    for change in changes:
        wallet, unit, lot = WalletId(change.wallet), Unit(change.unit), Lot.from_key(change.lot)
        match change:
            case GrantChange(total=total):
                merge_grants(work, recorder, [Grant(wallet, unit, lot, total)])
            case RecallChange(keep=keep):
                spare = _lease(work, wallet, unit, lot).held - keep
                give_back(work, recorder, [(wallet, Take(unit, lot, spare))], "recall")


def _lease(work: Work, wallet: WalletId, unit: Unit, lot: Lot) -> Lease:
    for lease in work.ledger.leases(wallet):
        if (lease.unit, lease.lot) == (unit, lot):
            return lease
    return Lease(wallet, unit, lot)


def _return_entry(wallet: WalletId, part: Take, till: TillId, merchant: MerchantId) -> Entry:
    return move(
        EntryKind.LEASE_RETURN,
        wallet,
        part.unit,
        [(part.lot, part.amount)],
        source=lease_at(till),
        target=OFFICE,
        merchant=merchant,
    )
