"""Baskets set aside, settings and fed rows in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.ids import OperatorId
from app.domain.journal import Json
from app.ports.store import FedRow, HeldBasket


@dataclass
class MemoryHeld:
    """Baskets set aside."""

    baskets: dict[int, HeldBasket] = field(default_factory=dict)

    def hold(self, label: str, held_at: int, operator: OperatorId, content: Json) -> int:
        """Keep one."""
        number = max(self.baskets, default=0) + 1
        self.baskets[number] = HeldBasket(number, label, held_at, operator, content)
        return number

    def all(self) -> Sequence[HeldBasket]:
        """All of them."""
        return list(self.baskets.values())

    def take(self, held_id: int) -> HeldBasket | None:
        """Take one."""
        return self.baskets.pop(held_id, None)


@dataclass
class MemoryConfig:
    """Texts by name."""

    texts: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """One text."""
        return self.texts.get(name)

    def put(self, name: str, text: str) -> None:
        """Keep one."""
        self.texts[name] = text


@dataclass
class MemoryFed:
    """Rows of streams."""

    kept: dict[tuple[str, str], FedRow] = field(default_factory=dict)

    def row(self, stream: str, row_id: str) -> FedRow | None:
        """One."""
        return self.kept.get((stream, row_id))

    def rows(self, stream: str) -> Mapping[str, FedRow]:
        """All of a stream."""
        return {row_id: row for (of, row_id), row in sorted(self.kept.items()) if of == stream}

    def named(self, stream: str, ids: Collection[str]) -> Mapping[str, FedRow]:
        """Some of a stream."""
        return {row_id: self.kept[stream, row_id] for row_id in ids if (stream, row_id) in self.kept}

    def put(self, stream: str, rows: Mapping[str, FedRow]) -> None:
        """Keep some."""
        self.kept |= {(stream, row_id): row for row_id, row in rows.items()}

    def remove(self, stream: str, row_id: str) -> None:
        """Gone."""
        self.kept.pop((stream, row_id), None)

    def doubt(self, stream: str) -> None:
        """To be told anew."""
        self.kept = {key: replace(row, n=0) if key[0] == stream else row for key, row in self.kept.items()}

    def doubted(self, stream: str) -> Sequence[str]:
        """Not told anew."""
        return [row_id for row_id, row in self.rows(stream).items() if row.n == 0]
