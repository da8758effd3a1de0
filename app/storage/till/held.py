"""Baskets set aside for a moment."""

import json
from collections.abc import Sequence

from app.domain.ids import OperatorId
from app.domain.journal import Json
from app.ports.store import HeldBasket
from app.storage.till.work import Row, Work

_ALL = "SELECT id, label, held_at, operator, content FROM held_basket"


class HeldBasketTable:
    """Baskets set aside."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def hold(self, label: str, held_at: int, operator: OperatorId, content: Json) -> int:
        """Keep one; its id."""
        return self._work.insert(
            "INSERT INTO held_basket (label, held_at, operator, content) VALUES (?, ?, ?, ?)",
            label,
            held_at,
            operator,
            json.dumps(content, ensure_ascii=False, separators=(",", ":")),
        )

    def all(self) -> Sequence[HeldBasket]:
        """All, oldest first."""
        return [_held(row) for row in self._work.rows(f"{_ALL} ORDER BY id")]

    def take(self, held_id: int) -> HeldBasket | None:
        """Take one back out."""
        row = self._work.row(f"{_ALL} WHERE id = ?", held_id)
        if row is None:
            return None
        self._work.write("DELETE FROM held_basket WHERE id = ?", held_id)
        return _held(row)


def _held(row: Row) -> HeldBasket:
    held_id, label, held_at, operator, content = row
    return HeldBasket(held_id, label, held_at, OperatorId(operator), json.loads(content))
