"""Accounts and postings, and the totals each till was granted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, func, or_, select

from app.domain.errors import BrokenPromiseError
from app.domain.ids import TillId, WalletId
from app.domain.lease import Take
from app.domain.lease.office import Account, Known, Line
from app.domain.ledger import OFFICE, TOPPED_UP, EntryKind, Lot, Place, Unit, is_members, lease_at
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import accounts, awaited, leases, postings, staged_grants
from sync.office.storage.sets import insert_returning, insert_set, select_set, update_set

# By unit and lot key.
Credits = dict[tuple[Unit, str], int]

ACCOUNT = ("wallet", "unit", "lot", "place")
_ADD = "ON CONFLICT (wallet, unit, lot, place) DO UPDATE SET balance = accounts.balance + excluded.balance"
_ADD_GRANTED = "ON CONFLICT (wallet, unit, lot, till, epoch) DO UPDATE SET granted = leases.granted + excluded.granted"
_HIGHER_TOTAL = (
    "ON CONFLICT (wallet, unit, lot, till, epoch) DO UPDATE SET total = excluded.total "
    "WHERE excluded.total > staged_grants.total"
)
_OF_UNIT = (
    accounts.c.wallet == bindparam("of_wallet"),
    accounts.c.unit == bindparam("of_unit"),
    accounts.c.balance > 0,
)
_LOTS_AT = Prepared(
    select(accounts.c.lot, accounts.c.balance).where(*_OF_UNIT, accounts.c.place == bindparam("at_place"))
)
_LAST_DAY = func.substr(accounts.c.lot, func.length(accounts.c.lot) - 9)
_WAITED_FOR = select(awaited.c.wallet).where(
    awaited.c.wallet == accounts.c.wallet, awaited.c.unit == accounts.c.unit, awaited.c.lot == accounts.c.lot
)
_LYING = Prepared(
    select(accounts.c.wallet, accounts.c.unit, accounts.c.lot, accounts.c.balance)
    .where(
        accounts.c.place == OFFICE,
        accounts.c.balance > 0,
        accounts.c.unit.not_like("growth%"),
        ~_WAITED_FOR.exists(),
        or_(accounts.c.lot.like("%|"), bindparam("today") <= _LAST_DAY),
    )
    .order_by(accounts.c.wallet, accounts.c.unit, accounts.c.lot)
    .limit(bindparam("at_most"))
)
_LENDABLE = Prepared(
    select(accounts.c.lot, accounts.c.place, accounts.c.balance).where(
        *_OF_UNIT, accounts.c.place.in_([OFFICE, bindparam("at_lease")])
    )
)
_HOLDERS = Prepared(
    select(accounts.c.lot, accounts.c.place, accounts.c.balance)
    .where(*_OF_UNIT)
    .order_by(accounts.c.lot, accounts.c.place)
)
_ANY_OF_WALLET = select(accounts.c.wallet).where(accounts.c.wallet == bindparam("of_wallet")).limit(1)
_LENT_OF_WALLET = (
    select(accounts.c.place, accounts.c.unit, accounts.c.lot, accounts.c.balance)
    .where(accounts.c.wallet == bindparam("of_wallet"), accounts.c.balance > 0)
    .order_by(accounts.c.place, accounts.c.unit, accounts.c.lot)
)
_HELD_AT = Prepared(
    select(accounts).where(accounts.c.place == bindparam("at_place"), accounts.c.balance > 0).order_by(*accounts.c)
)
_OF_STAGE = (staged_grants.c.till == bindparam("of_till"), staged_grants.c.epoch == bindparam("of_epoch"))
_STAGED = Prepared(
    select(staged_grants.c.wallet, staged_grants.c.unit, staged_grants.c.lot, staged_grants.c.total).where(*_OF_STAGE)
)
_CLEAR_STAGE = Prepared(staged_grants.delete().where(*_OF_STAGE))
_GRANTED = Prepared(
    select(leases.c.wallet, leases.c.unit, leases.c.lot, leases.c.granted).where(
        leases.c.till == bindparam("of_till"), leases.c.epoch == bindparam("of_epoch")
    )
)
_CREDITS = Prepared(
    select(postings.c.unit, postings.c.lot, func.sum(postings.c.amount))
    .where(
        postings.c.wallet == bindparam("of_wallet"),
        postings.c.source == bindparam("of_source"),
        postings.c.place == TOPPED_UP,
    )
    .group_by(postings.c.unit, postings.c.lot)
)
# The guard stands in the statement, not before it: between a look and the change another till may be served.
COVERED = "{t}balance + {d} >= 0"
# An enumeration's own way to its value takes four times as long.
_NAMES = {kind: kind.value for kind in EntryKind}
_LEASE = ("wallet", "unit", "lot", "till", "epoch")
_NOT_BELOW_ZERO = "{t}granted + {d} >= 0"


def balances_of(connection: Connection, wanted: Iterable[Account], *, lock: bool = False) -> dict[Account, int]:
    """The balances of these accounts; an account that never was is missing. `lock`: nobody else changes them."""
    rows = select_set(connection, accounts, ACCOUNT, (*ACCOUNT, "balance"), wanted, lock=lock)
    return {_account(row): int(row[4]) for row in rows}


def lots_at_office(connection: Connection, wallet: WalletId, unit: Unit) -> dict[Lot, int]:
    """What of a unit lies at head office, by lot."""
    return _lots_at(connection, wallet, unit, OFFICE)


def lying_at_office(connection: Connection, day: str, limit: int) -> Sequence[tuple[WalletId, Take]]:
    """What lies at head office and a till could use, by wallet; not growth, nothing waited for or past its date."""
    rows = _LYING.rows(connection, today=day, at_most=limit)
    return [(WalletId(wallet), Take(Unit(unit), Lot.from_key(lot), balance)) for wallet, unit, lot, balance in rows]


def lendable(connection: Connection, wallet: WalletId, unit: Unit, till: TillId) -> tuple[dict[Lot, int], int]:
    """What of a wallet's unit lies at head office, by lot, and how much of it this till holds already."""
    lots: dict[Lot, int] = {}
    held = 0
    for lot, place, balance in _LENDABLE.rows(connection, of_wallet=wallet, of_unit=unit, at_lease=lease_at(till)):
        if place == OFFICE:
            lots[Lot.from_key(lot)] = int(balance)
        else:
            held += int(balance)
    return lots, held


def leases_at(connection: Connection, till: TillId) -> Sequence[tuple[Account, int]]:
    """Everything this till holds, in key order."""
    rows = _HELD_AT.rows(connection, at_place=lease_at(till))
    return [(_account(row), int(row[-1])) for row in rows]


def count_leases(connection: Connection, till: TillId) -> int:
    """How many lots this till holds something of."""
    query = select(func.count()).select_from(accounts).where(accounts.c.place == lease_at(till), accounts.c.balance > 0)
    return int(connection.execute(query).scalar_one())


def holders_of(connection: Connection, wallet: WalletId, unit: Unit) -> Sequence[tuple[Lot, Place, int]]:
    """Which leases hold something of a wallet's unit."""
    rows = _HOLDERS.rows(connection, of_wallet=wallet, of_unit=unit)
    return [(Lot.from_key(lot), Place(place), balance) for lot, place, balance in rows if place.startswith("lease:")]


def has_accounts(connection: Connection, wallet: WalletId) -> bool:
    """Whether anything was ever posted for this wallet."""
    return connection.execute(_ANY_OF_WALLET, {"of_wallet": wallet}).first() is not None


def begin_account(connection: Connection, account: Account) -> bool:
    """Whether this account was not there before, or about to be: of several who begin it at once one does."""
    return bool(insert_returning(connection, accounts, [(*account, 0)], "ON CONFLICT DO NOTHING", ("wallet",)))


def leases_of_wallet(connection: Connection, wallet: WalletId) -> Sequence[tuple[Place, Unit, str, int]]:
    """What leases hold of a wallet: (place, unit, lot key, amount), in order."""
    rows = connection.execute(_LENT_OF_WALLET, {"of_wallet": wallet})
    return [(Place(row.place), Unit(row.unit), row.lot, row.balance) for row in rows if row.place.startswith("lease:")]


def try_debits(connection: Connection, debits: Mapping[Account, int]) -> bool:
    """Take these amounts (> 0) out of members' accounts; False where one of them holds too little by now."""
    # Flat rows are sorted in a third of the time that nested ones take.
    rows = sorted([(*account, -amount) for account, amount in debits.items()])
    return update_set(connection, accounts, ACCOUNT, "balance", rows, COVERED) == len(rows)


def write_changes(connection: Connection, changes: Mapping[Account, int]) -> None:
    """Move the balances: debits of members guarded, everything else added up, each in key order."""
    debits = {account: -change for account, change in changes.items() if change < 0 and is_members(account[3])}
    if not try_debits(connection, debits):
        raise BrokenPromiseError("a member's account would go below zero")
    add_rest(connection, changes, debits)


def add_rest(connection: Connection, changes: Mapping[Account, int], taken: Mapping[Account, int]) -> None:
    """Move the balances by what is left of the changes, where so much was taken out before."""
    rest = [(*account, change + taken.get(account, 0)) for account, change in changes.items()]
    insert_set(connection, accounts, sorted([row for row in rest if row[-1]]), _ADD)


def write_lines(connection: Connection, lines: Iterable[Line], posted_at: int) -> None:
    """Append postings; each source numbers its own lines."""
    numbers: defaultdict[str, int] = defaultdict(int)
    rows = []
    for source, kind, (wallet, unit, lot, place, amount, merchant) in lines:
        number = numbers[source]
        numbers[source] = number + 1
        rows.append((wallet, source, number, _NAMES[kind], unit, lot.key, place, amount, merchant, posted_at))
    insert_set(connection, postings, rows)


def credits_of_source(connection: Connection, wallet: WalletId, source: str) -> Credits:
    """What was topped up under this name: by unit and lot."""
    rows = _CREDITS.rows(connection, of_wallet=wallet, of_source=source)
    return {(Unit(unit), str(lot)): -int(amount) for unit, lot, amount in rows}


def credited_units(connection: Connection, wallets: Collection[WalletId]) -> dict[WalletId, dict[Unit, int]]:
    """What these wallets ever got, by unit, whatever has become of it."""
    query = (
        select(postings.c.wallet, postings.c.unit, func.sum(-postings.c.amount).label("amount"))
        .where(postings.c.wallet.in_(wallets), postings.c.amount < 0, func.substr(postings.c.place, 1, 6) == "house:")
        .group_by(postings.c.wallet, postings.c.unit)
    )
    found: defaultdict[WalletId, dict[Unit, int]] = defaultdict(dict)
    for row in connection.execute(query) if wallets else ():
        found[WalletId(row.wallet)][Unit(row.unit)] = int(row.amount)
    return found


def add_granted(
    connection: Connection, till: TillId, epoch: int, grants: Iterable[tuple[WalletId, Unit, Lot, int]]
) -> None:
    """Raise the totals G by these amounts; a negative one takes back what never arrived at the till."""
    rows = sorted((wallet, unit, lot.key, till, epoch, amount) for wallet, unit, lot, amount in grants)
    insert_set(connection, leases, [row for row in rows if row[-1] > 0], _ADD_GRANTED)
    update_set(connection, leases, _LEASE, "granted", [row for row in rows if row[-1] < 0], _NOT_BELOW_ZERO)


def grant_more(
    connection: Connection, till: TillId, epoch: int, wallet: WalletId, unit: Unit, parts: Sequence[tuple[Lot, int]]
) -> Sequence[tuple[str, int]]:
    """Raise the totals G of one wallet's unit; what they are then, by lot key in its order."""
    rows = sorted((wallet, unit, lot.key, till, epoch, amount) for lot, amount in parts)
    raised = insert_returning(connection, leases, rows, _ADD_GRANTED, ("lot", "granted"))
    return sorted((str(lot), int(total)) for lot, total in raised)


def granted_totals(
    connection: Connection, till: TillId, epoch: int, of: Iterable[tuple[WalletId, Unit, Lot]]
) -> dict[tuple[WalletId, Unit, Lot], int]:
    """The totals G of these lots."""
    wanted = [(wallet, unit, lot.key, till, epoch) for wallet, unit, lot in of]
    rows = select_set(connection, leases, _LEASE, ("wallet", "unit", "lot", "granted"), wanted)
    return {(WalletId(row[0]), Unit(row[1]), Lot.from_key(row[2])): int(row[3]) for row in rows}


def all_granted(connection: Connection, till: TillId, epoch: int) -> dict[tuple[WalletId, Unit, Lot], int]:
    """All totals G of a chain."""
    rows = _GRANTED.rows(connection, of_till=till, of_epoch=epoch)
    return {(WalletId(wallet), Unit(unit), Lot.from_key(lot)): granted for wallet, unit, lot, granted in rows}


def stage_grants(connection: Connection, till: TillId, epoch: int, totals: Iterable[tuple[str, str, str, int]]) -> None:
    """Keep what a till says it was granted until everything is posted together; merged by maximum."""
    merged: dict[tuple[str, str, str], int] = {}
    for wallet, unit, lot, total in totals:
        merged[wallet, unit, lot] = max(total, merged.get((wallet, unit, lot), 0))
    rows = [(*account, till, epoch, total) for account, total in sorted(merged.items())]
    insert_set(connection, staged_grants, rows, _HIGHER_TOTAL)


def take_staged(connection: Connection, till: TillId, epoch: int, *, is_all: bool = False) -> Sequence[Known]:
    """What this till was granted beyond what head office knows of; the stage is empty afterwards.

    `is_all`: the stage holds every total of the till, so what head office knows beyond it has never arrived there.
    """
    rows = _STAGED.rows(connection, of_till=till, of_epoch=epoch)
    totals = {(WalletId(wallet), Unit(unit), Lot.from_key(lot)): int(total) for wallet, unit, lot, total in rows}
    _CLEAR_STAGE.run(connection, of_till=till, of_epoch=epoch)
    known = all_granted(connection, till, epoch) if is_all else granted_totals(connection, till, epoch, totals)
    beyond = {account: totals.get(account, 0) - known.get(account, 0) for account in totals.keys() | known.keys()}
    return [
        Known(till, *account, amount)
        for account, amount in sorted(beyond.items(), key=lambda item: (item[0][0], item[0][1], item[0][2].key))
        if amount > 0 or (is_all and amount)
    ]


def _lots_at(connection: Connection, wallet: WalletId, unit: Unit, place: Place) -> dict[Lot, int]:
    rows = _LOTS_AT.rows(connection, of_wallet=wallet, of_unit=unit, at_place=place)
    return {Lot.from_key(lot): int(balance) for lot, balance in rows}


def _account(row: Sequence[str]) -> Account:
    return (WalletId(row[0]), Unit(row[1]), str(row[2]), Place(row[3]))
