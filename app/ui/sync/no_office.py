"""What stands in for head office where this till belongs to none."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future

from app.domain.ids import WalletId
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.ports.head_office import Fetching, Joined, Joining, Lending, Lent, OfficeStatus, Seeking


class NoOffice:
    """A till that stands alone: nothing waits, nobody lends."""

    @property
    def status(self) -> OfficeStatus:
        """Alone."""
        return OfficeStatus()

    def try_now(self) -> None:
        """There is nobody to try."""

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> "Future[Lent]":
        """Nobody lends."""
        future: Future[Lent] = Future()
        future.set_result(Lent(Lending.OFFLINE))
        return future

    def fetch_sale(self, receipt_number: str, *, at_risk: bool = False) -> "Future[Fetching]":
        """There is no other till."""
        future: Future[Fetching] = Future()
        future.set_result(Fetching.UNKNOWN)
        return future

    def enrol_again(self, code: str) -> "Future[Joined]":
        """There is no chain."""
        future: Future[Joined] = Future()
        future.set_result(Joined(Joining.ALONE))
        return future

    def cancel_copy(self) -> None:
        """Nothing comes."""

    def look_elsewhere(self, *, card: str = "", phone: str = "") -> "Future[Seeking]":
        """There is nobody to ask."""
        future: Future[Seeking] = Future()
        future.set_result(Seeking.NOBODY)
        return future

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> None:
        """Nobody lends."""
