"""The till as its client needs it. `app.storage` and `app.services` fit these shapes; neither side knows the other."""

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from app.domain.ids import WalletId
from app.domain.journal import Draft, Event, Head, Json, Kind
from app.domain.lease import Grant, Lease
from app.domain.ledger import Entry

T = TypeVar("T")


class Journal(Protocol):
    """The till's chain."""

    def head(self) -> Head:
        """Its end."""

    def append(self, draft: Draft) -> Event:
        """The next event."""


class Outbox(Protocol):
    """What head office may lack."""

    def after(self, seq: int, limit: int) -> Sequence[Event]:
        """This epoch's events behind `seq`."""

    def leases(self) -> Sequence[Lease]:
        """Every lease there ever was."""

    def leases_after(self, key: tuple[str, str, str], limit: int) -> Sequence[Lease]:
        """The next of them behind `(wallet, unit, lot)`, in key order."""

    def granted(self) -> Sequence[Lease]:
        """Those of which something was granted."""


class Ledger(Protocol):
    """Postings and lease totals."""

    def post(self, event: Event, entries: Sequence[Entry]) -> None:
        """Post entries that balance."""

    def grant(self, event: Event, grants: Sequence[Grant]) -> None:
        """Merge totals by maximum."""

    def leases(self, wallet: WalletId) -> Sequence[Lease]:
        """The leases of a wallet."""


class Config(Protocol):
    """Texts with names."""

    def get(self, name: str) -> str | None:
        """The text under `name`."""

    def put(self, name: str, text: str) -> None:
        """Keep a text."""


class People(Protocol):
    """What was told of members here."""

    def forget(self, places: Iterable[tuple[int, int]]) -> None:
        """Drop the keys of what these events (epoch, seq) say."""


class Work(Protocol):
    """One transaction: whole or not at all, durable when `commit` returns."""

    @property
    def journal(self) -> Journal: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def config(self) -> Config: ...

    @property
    def people(self) -> People: ...

    def state(self) -> Any:
        """What the till knows of itself; its merchant is asked for."""

    def commit(self) -> None:
        """Make it durable."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Store(Protocol):
    """Opens transactions."""

    def unit_of_work(self) -> Any:
        """A `Work`; the till's own type says more."""


class Recorder(Protocol):
    """Stamps and records events, as every service of the till does."""

    def look(self, uow: Any) -> Any:
        """The time as it is now, nothing written."""

    def stamp(self, uow: Any) -> Any:
        """The time of what happens now."""

    def record(self, uow: Any, kind: Kind, body: Json, stamp: Any, event_id: str | None = None) -> Event:
        """Append an event."""

    def new_id(self, at_ms: int) -> str:
        """A fresh UUIDv7."""


class Run(Protocol):
    """Runs a piece of work where the till's store may be used, and waits for what it returns."""

    def __call__(self, work: Callable[[], T], /) -> T: ...
