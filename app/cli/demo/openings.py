"""What lay in the demo shop's wallets before its journal began: written into it, so that every book knows of it."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.cli.demo.holders import Holder, OwnedLot
from app.domain.bookkeeping import entries_of_opening, entries_to_json
from app.domain.ids import EventId, MerchantId, TillId, WalletId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Take
from app.domain.ledger import Entry
from app.ports.clock import Clock, Randomness
from app.ports.store import Store

LOTS_AN_EVENT = 500


def open_balances(store: Store, holders: Iterable[Holder], *, clock: Clock, randomness: Randomness) -> int:
    """Credit each holder's lots at the till, and send on to head office what the till does not hold; how many lots."""
    lots = _lots(holders)
    count = 0
    while batch := list(islice(lots, LOTS_AN_EVENT)):
        now = clock.now_ms()
        with store.unit_of_work() as uow:
            state = uow.state()
            entries = [
                entry for wallet, owned in batch for entry in _entries(state.till, wallet, owned, state.merchant)
            ]
            draft = Draft(
                id=EventId(uuid7(now, randomness.bytes(10))),
                kind=Kind.ADJUSTMENT,
                recorded_at=now,
                business_date=clock.local_date(now),
                body={"reason": "opening", "entries": entries_to_json(entries)},
            )
            uow.ledger.post(uow.journal.append(draft), entries)
            uow.commit()
        count += len(batch)
    return count


def _lots(holders: Iterable[Holder]) -> Iterator[tuple[WalletId, OwnedLot]]:
    return ((holder.wallet, owned) for holder in holders for owned in holder.lots if owned.total)


def _entries(till: TillId, wallet: WalletId, owned: OwnedLot, merchant: MerchantId) -> Iterable[Entry]:
    there = Take(owned.unit, owned.lot, owned.total)
    elsewhere = Take(owned.unit, owned.lot, owned.total - owned.leased)
    return entries_of_opening(till, wallet, [there], [elsewhere] if elsewhere.amount else [], merchant)
