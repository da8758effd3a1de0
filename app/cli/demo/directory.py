"""The directory file of the demo shop; also of a million members, for the benchmarks."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.cli.demo.holders import Holder
from app.domain.ids import WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Member
from app.ports.directory import DirectoryMark
from app.storage.directory.build import build_directory


def write_directory(path: Path, key: bytes, mark: DirectoryMark, holders: Iterable[Holder]) -> None:
    """Write the holders to a new directory file; `holders` is read once."""
    cards: list[Card] = []
    balances: list[tuple[WalletId, Unit, int]] = []
    build_directory(path, key, mark, _members(holders, cards, balances), cards, balances)


def _members(
    holders: Iterable[Holder], cards: list[Card], balances: list[tuple[WalletId, Unit, int]]
) -> Iterator[Member]:
    """The members; cards and balances are laid aside, for the file takes the members first."""
    for holder in holders:
        cards.extend(holder.cards)
        sums: dict[Unit, int] = {}
        for owned in holder.lots:
            sums[owned.unit] = sums.get(owned.unit, 0) + owned.total
        balances.extend((holder.wallet, unit, total) for unit, total in sums.items())
        if holder.member:
            yield holder.member
