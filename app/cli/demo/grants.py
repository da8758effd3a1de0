"""The demo till's leases, granted through the journal as head office would grant them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.cli.demo.holders import Holder
from app.domain.ids import EventId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.ports.clock import Clock, Randomness
from app.ports.store import Store

GRANTS_AN_EVENT = 500


def grant_leases(store: Store, holders: Iterable[Holder], *, clock: Clock, randomness: Randomness) -> int:
    """Lend the till what each holder's lots say it holds; how many lots that were."""
    grants = _grants(holders)
    count = 0
    while batch := list(islice(grants, GRANTS_AN_EVENT)):
        now = clock.now_ms()
        draft = Draft(
            id=EventId(uuid7(now, randomness.bytes(10))),
            kind=Kind.LEASE_GRANTED,
            recorded_at=now,
            business_date=clock.local_date(now),
            body={"grants": [[grant.wallet, grant.unit, grant.lot.key, grant.total] for grant in batch]},
        )
        with store.unit_of_work() as uow:
            uow.ledger.grant(uow.journal.append(draft), batch)
            uow.commit()
        count += len(batch)
    return count


def _grants(holders: Iterable[Holder]) -> Iterator[Grant]:
    return (
        Grant(holder.wallet, owned.unit, owned.lot, owned.leased)
        for holder in holders
        for owned in holder.lots
        if owned.leased
    )
