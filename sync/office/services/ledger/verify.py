"""Verify: chains, entries and balances proved from what is stored. Checks are a plain list of functions."""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection

from app.domain.journal import GENESIS_HASH, chain_hash
from app.domain.ledger import lease_at
from app.domain.night.summary import answered_part, signed_part
from sync.office.services.world import MONEY, World
from sync.office.storage.chains import all_chains, all_tills
from sync.office.storage.journal import links_after
from sync.office.storage.nights import all_nights
from sync.protocol.signed import is_signed

_LOPSIDED = (
    "SELECT source, wallet, unit, sum(amount) AS off FROM postings GROUP BY source, wallet, unit "
    "HAVING sum(amount) <> 0 ORDER BY source"
)
_BALANCES = (
    "SELECT wallet, unit, lot, place, sum(booked) AS booked, sum(cached) AS cached FROM ("
    "SELECT wallet, unit, lot, place, amount AS booked, 0 AS cached FROM postings UNION ALL "
    "SELECT wallet, unit, lot, place, 0, balance FROM accounts) both_sides "
    "GROUP BY wallet, unit, lot, place HAVING sum(booked) <> sum(cached) ORDER BY wallet, unit, lot, place"
)
_BELOW = "SELECT wallet, unit, lot, place, balance FROM accounts WHERE balance < 0 AND substr(place, 1, 6) <> 'house:'"


def verify(world: World) -> Sequence[str]:
    """What is wrong, in plain words; empty where everything is right."""
    return world.database.read(lambda connection: [fault for check in CHECKS for fault in check(connection)])


def _chain_faults(connection: Connection) -> Iterator[str]:
    for chain in all_chains(connection):
        seq, end = 0, GENESIS_HASH
        for link in links_after(connection, chain, 0, GENESIS_HASH):
            if link.seq != seq + 1:
                yield f"{chain.till}/{chain.epoch}: event {seq + 1} is missing"
                break
            if chain_hash(end, link.payload) != link.hash:
                yield f"{chain.till}/{chain.epoch}: event {link.seq} was changed"
                break
            seq, end = link.seq, link.hash
        else:
            if (seq, end) != (chain.last_seq, chain.last_hash):
                yield f"{chain.till}/{chain.epoch}: the chain ends at {seq}, its head says {chain.last_seq}"


def _entry_faults(connection: Connection) -> Iterator[str]:
    for source, wallet, unit, off in connection.exec_driver_sql(_LOPSIDED):
        yield f"{source}: {unit} of wallet {wallet} is off by {off}"


def _balance_faults(connection: Connection) -> Iterator[str]:
    for wallet, unit, lot, place, booked, cached in connection.exec_driver_sql(_BALANCES):
        yield f"{wallet} {unit} {lot} at {place}: postings say {booked}, the balance {cached}"
    for wallet, unit, lot, place, balance in connection.exec_driver_sql(_BELOW):
        yield f"{wallet} {unit} {lot} at {place}: {balance} is below zero"


def _exposure_faults(connection: Connection) -> Iterator[str]:
    epochs = {till.till: till.epoch for till in all_tills(connection)}
    money = ", ".join(f"'{unit}'" for unit in sorted(MONEY))
    sql = f"SELECT place, sum(balance) FROM accounts WHERE unit IN ({money}) GROUP BY place ORDER BY place"
    held = {place: int(total) for place, total in connection.exec_driver_sql(sql)}
    for chain in all_chains(connection):
        if epochs.get(chain.till) == chain.epoch and held.get(lease_at(chain.till), 0) != chain.leased_money:
            yield f"{chain.till}/{chain.epoch}: holds {held.get(lease_at(chain.till), 0)}, told as {chain.leased_money}"


def _night_faults(connection: Connection) -> Iterator[str]:
    keys: dict[tuple[str, int], str] = {}
    for chain in all_chains(connection):
        keys[chain.till, chain.epoch] = chain.public_key.hex()
    for night in all_nights(connection):
        name = f"{night.till}/{night.epoch}: the night of {night.night}"
        if not is_signed(signed_part(night.summary), night.signature, keys.get((night.till, night.epoch), "")):
            yield f"{name}: its summary is not what the till has signed"
        if night.answer_key and not is_signed(answered_part(night.verdict), night.answer_signature, night.answer_key):
            yield f"{name}: its verdict is not what head office has signed"


CHECKS: tuple[Callable[[Connection], Iterator[str]], ...] = (
    _chain_faults,
    _entry_faults,
    _balance_faults,
    _exposure_faults,
    _night_faults,
)
