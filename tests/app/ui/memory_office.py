"""A head office for the screens' tests: it says what the test wants, and answers when it is told to."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeVar

from app.domain.ids import WalletId
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.ports.head_office import Fetching, Joined, Lent, OfficeStatus, Seeking

Result = TypeVar("Result")


@dataclass
class MemoryOffice:
    """Fits `HeadOffice`."""

    status: OfficeStatus = field(default_factory=OfficeStatus)
    tries: int = 0
    cancelled: int = 0
    sought: list[str] = field(default_factory=list)
    searches: "list[Future[Seeking]]" = field(default_factory=list)
    asked: list[tuple[WalletId, int]] = field(default_factory=list)
    units: list[tuple[Unit, ...]] = field(default_factory=list)
    welcomed: list[tuple[WalletId, Mapping[Unit, int]]] = field(default_factory=list)
    answers: "list[Future[Lent]]" = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    fetches: "list[Future[Fetching]]" = field(default_factory=list)
    joins: "list[Future[Joined]]" = field(default_factory=list)

    def try_now(self) -> None:
        self.tries += 1

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> "Future[Lent]":
        self.asked.append((wallet, missing))
        self.units.append(tuple(units))
        self.answers.append(Future())
        return self.answers[-1]

    def fetch_sale(self, receipt_number: str, *, at_risk: bool = False) -> "Future[Fetching]":
        self.fetched.append(receipt_number + ("!" if at_risk else ""))
        self.fetches.append(Future())
        return self.fetches[-1]

    def enrol_again(self, code: str) -> "Future[Joined]":
        self.codes.append(code)
        self.joins.append(Future())
        return self.joins[-1]

    def cancel_copy(self) -> None:
        self.cancelled += 1

    def look_elsewhere(self, *, card: str = "", phone: str = "") -> "Future[Seeking]":
        self.sought.append(card or phone)
        self.searches.append(Future())
        return self.searches[-1]

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> None:
        self.welcomed.append((wallet, elsewhere))


class FollowsAtOnce:
    """Fits `Follows`, on the thread that answers."""

    def follow(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Callable[[BaseException], None]
    ) -> None:
        def deliver(done: "Future[Result]") -> None:
            error = done.exception()
            if error is None:
                then(done.result())
            else:
                failed(error)

        future.add_done_callback(deliver)
