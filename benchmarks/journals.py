"""Journals of tills that were offline: real sales of five lines, whose customers had topped up there before."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from app.domain.bookkeeping import entries_of_body, entries_to_json
from app.domain.ids import TillId, WalletId, uuid7
from app.domain.journal import Kind
from app.domain.ledger import TOPPED_UP, EntryKind, Lot, Unit, lease_at
from benchmarks.counter import open_counter
from benchmarks.shop import copied_shop
from sync.protocol.wire import Frame, fitting, links_of
from tests.sync.protocol.chains import Chain, entry

_MEMBERS = 1_000
_SAMPLES = 500
CUSTOMERS = 2_000
_RICH = 10**9
_ENTRIES_AN_EVENT = 500


@dataclass(frozen=True, slots=True)
class Samples:
    """Sales that a till has posted, each with its wallet; and every unit and lot that one of them spends."""

    till: str
    sales: tuple[tuple[str, str], ...]
    spent: tuple[tuple[Unit, Lot], ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """A till's frames: those in which its customers top up, and those with its sales."""

    till: TillId
    opening: Sequence[Frame]
    sales: Sequence[Frame]


def sample_sales(count: int = _SAMPLES) -> Samples:
    """Sales as the shipped till posts them."""
    with copied_shop(_MEMBERS) as data_dir, open_counter(data_dir) as counter:
        first = counter.till.store.head
        for _ in range(count):
            counter.post(counter.request())
        with counter.till.store.unit_of_work() as uow:
            bodies = [event.body() for event in uow.outbox.after(first.seq, count)]
    here = lease_at(first.till)
    spent = {
        (posting.unit, posting.lot)
        for body in bodies
        for entry_ in entries_of_body(body)
        for posting in entry_.postings
        if posting.place == here and posting.amount < 0
    }
    sales = tuple((json.dumps(body, ensure_ascii=False), body["member"]["wallet"]) for body in bodies)
    return Samples(first.till, sales, tuple(sorted(spent, key=lambda at: (at[0], at[1].key))))


def journals(samples: Samples, tills: int, events: int, customers: int = CUSTOMERS) -> Iterator[Journal]:
    """So many tills with so many sales and customers each. Neighbours have half of their customers in common."""
    chance = Random(7)
    wallets = [uuid7(1_764_000_000_000 + n, chance.randbytes(10)) for n in range((tills + 1) * customers // 2)]
    for number in range(tills):
        first = number * customers // 2
        yield _journal(TillId(f"T{number + 1:02d}"), samples, wallets[first : first + customers], events, chance)


def _journal(till: TillId, samples: Samples, customers: Sequence[str], events: int, chance: Random) -> Journal:
    chain = Chain(till)
    top_ups = [
        entry(EntryKind.TOP_UP, TOPPED_UP, lease_at(till), _RICH, wallet=WalletId(wallet), unit=unit, lot=lot)
        for wallet in customers
        for unit, lot in samples.spent
    ]
    for start in range(0, len(top_ups), _ENTRIES_AN_EVENT):
        chain.add(Kind.SALE, {"entries": entries_to_json(top_ups[start : start + _ENTRIES_AN_EVENT])})
    opened = chain.head.seq
    for _ in range(events):
        body, wallet = chance.choice(samples.sales)
        body = body.replace(wallet, chance.choice(customers)).replace(samples.till, till)
        chain.add(Kind.SALE, json.loads(body))
    return Journal(till, _frames(chain, 0, opened), _frames(chain, opened, opened + events))


def _frames(chain: Chain, begin: int, end: int) -> Sequence[Frame]:
    links = links_of(chain.events[begin:end])
    frames = []
    while links:
        part = fitting(links)
        frames.append(Frame(chain.head.till, chain.head.epoch, part))
        links = links[len(part) :]
    return frames
