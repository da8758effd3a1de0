"""What else is kept: baskets set aside, settings, and rows as head office sent them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.ids import OperatorId
from app.domain.journal import Json


@dataclass(frozen=True, slots=True)
class HeldBasket:
    """A basket set aside; `content` is its lines and card as JSON (`app.services.hold_basket`)."""

    id: int
    label: str
    held_at: int
    operator: OperatorId
    content: Json


class HeldBaskets(Protocol):
    """Baskets set aside for a moment."""

    def hold(self, label: str, held_at: int, operator: OperatorId, content: Json) -> int:
        """Keep one; its id."""

    def all(self) -> Sequence[HeldBasket]:
        """All, oldest first."""

    def take(self, held_id: int) -> HeldBasket | None:
        """Take one back out."""


class Config(Protocol):
    """Settings and programmes, as text with a name."""

    def get(self, name: str) -> str | None:
        """The text under `name`."""

    def put(self, name: str, text: str) -> None:
        """Keep a text under `name`."""


@dataclass(frozen=True, slots=True)
class FedRow:
    """A row as of change `n` of its stream (0: to be told anew), its content as JSON."""

    n: int
    content: str


class Fed(Protocol):
    """Rows that head office has sent down the streams, as they came; what they mean here is written beside them."""

    def row(self, stream: str, row_id: str) -> FedRow | None:
        """One row."""

    def rows(self, stream: str) -> Mapping[str, FedRow]:
        """All rows of a stream, by id."""

    def named(self, stream: str, ids: Collection[str]) -> Mapping[str, FedRow]:
        """Those of these rows that there are, by id."""

    def put(self, stream: str, rows: Mapping[str, FedRow]) -> None:
        """Keep rows as they are now, by id."""

    def remove(self, stream: str, row_id: str) -> None:
        """The row is gone."""

    def doubt(self, stream: str) -> None:
        """Whether any row of the stream is still there is to be told anew: their numbers become 0."""

    def doubted(self, stream: str) -> Sequence[str]:
        """The rows that were not told anew so far."""
