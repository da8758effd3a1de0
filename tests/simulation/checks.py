"""What must hold, at every moment and in the end; each check says what it saw."""

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from app.domain.bookkeeping import entries_of_body
from app.domain.journal import Event
from app.domain.ledger import ACCRUED, REDEEMED, TOPPED_UP, TRANSFERRED, lease_at
from app.storage.verify.run import verify_files
from sync.office.services.ledger.report import Report
from sync.office.services.ledger.verify import verify
from sync.office.storage.schema import accounts, chains, journal, leases, strays
from tests.simulation.headoffice import FORTUNE, WALLETS, HeadOffice
from tests.simulation.machine import KEY, Machine

# House rows that only tills' events write: what they sum to can be told from the events alone.
_DONE_AT_TILLS = (REDEEMED, TOPPED_UP, TRANSFERRED, ACCRUED)


def assert_books_are_right(office: HeadOffice) -> None:
    """Chains, entries, balances, no member below zero."""
    assert verify(office.books) == []


def assert_till_is_right(machine: Machine) -> None:
    """Its files as `membertill verify` sees them: every row as its events say, the second journal level with them."""
    assert machine.store.second_journal_fault is None
    assert verify_files(machine.folder, KEY) == []


def assert_no_cost_to_the_house(office: HeadOffice) -> None:
    """Where no box was copied, put back or lost, nothing may ever go to suspense and nobody be fenced."""
    assert [(row.till, row.seq, row.rule, row.amount) for row in Report(office.books).suspense()] == []
    fenced = [(till.till, till.reason) for till in Report(office.books).tills() if till.status == "fenced"]
    assert fenced == []


def assert_every_event_is_there_once(office: HeadOffice, events: Iterable[Event], gone: Iterable[Event]) -> None:
    """What any box has committed is at head office: in a chain or beside it, once, and posted once; nothing else is.

    `gone` are events of disks that were put back from an image: only head office may still have them.
    """
    with office.books.database.reader.begin() as connection:
        chained = [bytes(row.hash) for row in connection.execute(select(journal.c.hash))]
        beside = [bytes(row.hash) for row in connection.execute(select(strays.c.hash))]
        booked = {
            (row.wallet, row.unit, row.lot, row.place): row.balance
            for row in connection.execute(select(accounts).where(accounts.c.place.in_(_DONE_AT_TILLS)))
            if row.balance
        }
    there = set(chained) | set(beside)
    assert len(there) == len(chained) + len(beside)
    committed = {event.hash: event for event in events}
    missing = [(event.till, event.seq, event.kind.value) for hash_, event in committed.items() if hash_ not in there]
    assert missing == [], f"not at head office: {missing[:8]}"
    committed |= {event.hash: event for event in gone if event.hash in there}
    assert there - set(committed) - office.founding == set(), "head office has events that nobody ever had"
    done: defaultdict[tuple[str, str, str, str], int] = defaultdict(int)
    for wallet in WALLETS:
        for unit, lot, amount in FORTUNE:
            done[wallet, unit, lot.key, TOPPED_UP] -= amount
    for event in committed.values():
        for entry in entries_of_body(json.loads(event.payload)["body"]):
            for posting in entry.postings:
                if posting.place in _DONE_AT_TILLS:
                    done[posting.wallet, posting.unit, posting.lot.key, posting.place] += posting.amount
    assert booked == {account: amount for account, amount in done.items() if amount}


def assert_till_and_office_agree(office: HeadOffice, machine: Machine) -> None:
    """Lot by lot: what was granted in all, and what is held."""
    with office.books.database.reader.begin() as connection:
        status = connection.execute(select(chains.c.status).where(chains.c.till == machine.name)).scalar_one()
        granted = {
            (row.wallet, row.unit, row.lot): row.granted
            for row in connection.execute(select(leases).where(leases.c.till == machine.name))
            if row.granted
        }
        place = lease_at(machine.store.head.till)
        held = {
            (row.wallet, row.unit, row.lot): row.balance
            for row in connection.execute(select(accounts).where(accounts.c.place == place))
            if row.balance
        }
    if status == "written_off":
        assert held == {}, f"{machine.label} is written off and holds something"
    if status != "active":
        return
    totals = machine.totals()
    assert granted == {lot: of for lot, (of, _) in totals.items() if of}, machine.label
    assert held == {lot: now for lot, (_, now) in totals.items() if now}, machine.label
