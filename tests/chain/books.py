"""The books of tills and head office laid side by side, once everything has arrived."""

import argparse
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from app.cli.verify import verify
from app.domain.bookkeeping import entries_of_body
from app.domain.journal import Event, Head
from app.domain.lease import Lease
from app.domain.ledger import REDEEMED, is_members, lease_at
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from sync.office.cli.office import open_database
from sync.office.storage.chains import find_chain
from sync.office.storage.schema import accounts, journal, leases, strays, suspense
from tests.chain.processes import OfficeProcess

Account = tuple[str, str, str]


@dataclass(frozen=True)
class TillBooks:
    """What lies on one till's disk."""

    head: Head
    events: tuple[Event, ...]
    leases: tuple[Lease, ...]


def read_till(folder: Path) -> TillBooks:
    """The till must not be running."""
    with closing(TillStore.open(folder, open_key(folder))) as store, store.unit_of_work() as uow:
        return TillBooks(store.head, tuple(uow.outbox.after(0, 10**7)), tuple(uow.outbox.leases()))


def assert_till_is_clean(folder: Path) -> None:
    """`membertill verify`."""
    said = io.StringIO()
    assert verify(folder, said) == 0, said.getvalue()


def assert_office_is_clean(office: OfficeProcess) -> None:
    """`membertill-office verify`."""
    assert office.command("verify") == (0, "everything is right\n")


def assert_nothing_cost_the_house(office: OfficeProcess) -> None:
    """Bad weather and kills are nobody's fault: nobody is fenced and no rule was broken."""
    with office_books(office) as connection:
        assert connection.execute(select(suspense)).all() == []
        assert connection.execute(select(strays)).all() == []
    assert "fenced" not in office.command("tills")[1]


def assert_they_agree(office: OfficeProcess, tills: Iterable[TillBooks]) -> None:
    """Every event once, chain heads equal, balances equal lot by lot, everything posted once."""
    redeemed: defaultdict[Account, int] = defaultdict(int)
    with office_books(office) as connection:
        for till in tills:
            _assert_chain(connection, till)
            _assert_leases(connection, till)
            for event in till.events:
                for entry in entries_of_body(json.loads(event.payload)["body"]):
                    for posting in entry.postings:
                        if posting.place == REDEEMED:
                            redeemed[posting.wallet, posting.unit, posting.lot.key] += posting.amount
        booked = {
            (row.wallet, row.unit, row.lot): row.balance
            for row in connection.execute(select(accounts).where(accounts.c.place == REDEEMED))
            if row.balance
        }
        ids = Counter(row.id for row in connection.execute(select(journal.c.id)))
    assert booked == {account: amount for account, amount in redeemed.items() if amount}
    assert max(ids.values()) == 1


def assert_value_was_kept(
    office: OfficeProcess, tills: Iterable[TillBooks], given: Mapping[tuple[str, str], int]
) -> None:
    """What members have is what they were given, and what tills credited, less what tills spent."""
    expected: defaultdict[tuple[str, str], int] = defaultdict(int, given)
    for till in tills:
        for at in till.leases:
            expected[at.wallet, at.unit] += at.credited - at.spent
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    with office_books(office) as connection:
        for row in connection.execute(select(accounts)):
            if is_members(row.place):
                assert row.balance >= 0, tuple(row)
                found[row.wallet, row.unit] += row.balance
    assert +Counter(found) == +Counter(expected)
    assert min(expected.values()) >= 0


@contextmanager
def office_books(office: OfficeProcess) -> Iterator[Connection]:
    """A look into head office's database, beside the running one."""
    database = open_database(argparse.Namespace(folder=office.folder, database=office.database, key=b""))
    try:
        with database.reader.begin() as connection:
            yield connection
    finally:
        database.close()


def _assert_chain(connection: Connection, till: TillBooks) -> None:
    head = till.head
    chain = find_chain(connection, head.till, head.epoch)
    assert chain is not None
    assert (chain.last_seq, chain.last_hash.hex()) == (head.seq, head.hash.hex()), head.till
    assert chain.applied_seq == chain.last_seq
    of_till = (journal.c.till == head.till, journal.c.epoch == head.epoch)
    rows = connection.execute(select(journal.c.seq, journal.c.payload).where(*of_till).order_by(journal.c.seq)).all()
    assert [(row.seq, bytes(row.payload)) for row in rows] == [(event.seq, event.payload) for event in till.events]


def _assert_leases(connection: Connection, till: TillBooks) -> None:
    name, epoch = till.head.till, till.head.epoch
    granted = {
        (row.wallet, row.unit, row.lot): row.granted
        for row in connection.execute(select(leases).where(leases.c.till == name, leases.c.epoch == epoch))
    }
    held = {
        (row.wallet, row.unit, row.lot): row.balance
        for row in connection.execute(select(accounts).where(accounts.c.place == lease_at(name)))
        if row.balance
    }
    assert granted == {(at.wallet, at.unit, at.lot.key): at.granted for at in till.leases if at.granted}, name
    assert held == {(at.wallet, at.unit, at.lot.key): at.held for at in till.leases if at.held}, name
