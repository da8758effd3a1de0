"""Proves a shop's history while its rows go by: the chain's hashes, entries and balances, and that all of it is its."""

from collections import Counter
from graphlib import TopologicalSorter
from typing import Any

from app.domain.ids import TillId, WalletId
from app.domain.journal import GENESIS_HASH, chain_hash
from app.domain.ledger import lease_at
from app.domain.programme.rights import programme_wallet
from app.domain.sale.elsewhere import sale_of_wallet
from sync.office.services.world import MONEY
from sync.office.storage.history import TABLES
from sync.office.storage.schema import accounts, chains, journal, leases, merges, postings
from sync.protocol.history import HistoryHead

_BY_TILL = frozenset(table.name for table in TABLES.values() if table.info["group"] == "till")
_TILL_OF_LEASE = list(leases.c.keys()).index("till")


class UnprovedHistoryError(ValueError):
    """What the rows say does not hold together."""


class HistoryProof:
    """Sees every row once, in the file's order; then `check`."""

    def __init__(self, till: str) -> None:
        self._till = till
        self._ends: dict[int, tuple[int, bytes]] = {}
        self._heads: dict[int, tuple[int, int, bytes]] = {}
        self._balances: dict[tuple[str, str, str, str], int] = {}
        self._entry: tuple[str, str] = ("", "")
        self._sums: Counter[str] = Counter()
        self._ended: TopologicalSorter[str] = TopologicalSorter()
        self.leased_money = 0

    def see(self, table: str, row: tuple[Any, ...]) -> None:
        """UnprovedHistoryError at the first row that cannot be."""
        if table in _BY_TILL and row[0] != self._till:
            raise UnprovedHistoryError(f"a row of {row[0]}")
        if "wallet" in TABLES[table].c and table not in _BY_TILL:
            self._wallet(table, row)
        if table == chains.name:
            _, epoch, _, _, _, last_seq, last_hash, applied_seq, *_ = row
            self._heads[epoch] = (last_seq, applied_seq, last_hash)
        elif table == journal.name:
            self._event(row)
        elif table == accounts.name:
            self._account(row)
        elif table == postings.name:
            self._posting(row)
        elif table == merges.name:
            wallet, _, survivor, *_ = row
            self._ended.add(wallet, survivor)

    def check(self, head: HistoryHead) -> None:
        """UnprovedHistoryError where something is missing at the end."""
        self._close_entry()
        # Who follows wallets to their survivors must come to an end; CycleError is a ValueError.
        self._ended.prepare()
        if any(self._balances.values()):
            raise UnprovedHistoryError("a balance is not the sum of its postings")
        if {epoch: (seq, seq, end) for epoch, (seq, end) in self._ends.items()} != self._heads:
            raise UnprovedHistoryError("a chain does not end where its head says")
        if self._ends.get(head.epoch) != (head.last_seq, bytes.fromhex(head.last_hash)):
            raise UnprovedHistoryError("the chain does not end where the file says")

    def _wallet(self, table: str, row: tuple[Any, ...]) -> None:
        """Wallets that anybody could name beforehand: limits for all are the chain's, refunds of the till that sold."""
        if table == leases.name:
            if row[_TILL_OF_LEASE] != self._till:
                raise UnprovedHistoryError(f"a lease of {row[_TILL_OF_LEASE]}")
            return
        wallet = WalletId(row[list(TABLES[table].c.keys()).index("wallet")])
        sale = sale_of_wallet(wallet)
        if wallet.startswith(programme_wallet("")) or (sale is not None and sale[0] != self._till):
            raise UnprovedHistoryError(f"the wallet {wallet} is not the shop's")

    def _event(self, row: tuple[Any, ...]) -> None:
        _, epoch, seq, _, _, _, _, _, told, payload = row
        before, end = self._ends.get(epoch, (0, GENESIS_HASH))
        if seq != before + 1 or chain_hash(end, payload) != told:
            raise UnprovedHistoryError(f"event {seq} is not what follows event {before}")
        self._ends[epoch] = (seq, told)

    def _account(self, row: tuple[Any, ...]) -> None:
        wallet, unit, lot, place, balance = row
        if place.startswith(lease_at(TillId(""))) and place != lease_at(TillId(self._till)):
            raise UnprovedHistoryError(f"value lies at {place}")
        self._balances[wallet, unit, lot, place] = balance
        if place == lease_at(TillId(self._till)) and unit in MONEY:
            self.leased_money += balance

    def _posting(self, row: tuple[Any, ...]) -> None:
        wallet, source, _, _, unit, lot, place, amount, *_ = row
        if (wallet, source) != self._entry:
            self._close_entry()
            self._entry = (wallet, source)
        self._sums[unit] += amount
        account = (wallet, unit, lot, place)
        # What came and went in one upload has left no account behind.
        self._balances[account] = self._balances.get(account, 0) - amount

    def _close_entry(self) -> None:
        if any(self._sums.values()):
            raise UnprovedHistoryError(f"{self._entry[1]} does not balance")
        self._sums.clear()
