"""Asking head office for a sale of another till, and for the right to refund it here. On the sync thread."""

from collections.abc import Callable

from app.bootstrap.look_ups import LookUps
from app.bootstrap.till import OpenTill
from app.domain.ids import WalletId
from app.domain.sale.elsewhere import REFUND_RIGHT, sale_of_wallet
from app.ports.head_office import Fetching
from sync.client.office import LookedUpTooOftenError, OfficeError
from sync.client.sales import Sales
from sync.client.session import Session
from sync.client.till import Run
from sync.protocol.messages import Denied, Granted
from sync.protocol.sales import SaleAsk, SaleFound


class RefundAsker:
    """Asks through a session. `broke_off` is told why an answer did not come, and passes the error on."""

    def __init__(
        self,
        till: OpenTill,
        session: Session,
        sales: Sales,
        run: Run,
        broke_off: Callable[[OfficeError], None],
        look_ups: LookUps,
    ) -> None:
        self._till, self._session, self._sales, self._run = till, session, sales, run
        self._broke_off, self._look_ups = broke_off, look_ups

    def fetch(self, receipt_number: str, *, at_risk: bool) -> Fetching:
        """Bring the sale and its right here; safe to repeat, and to be repeated while its till is asked.

        `at_risk`: the sale as head office knows it, without the right.
        """
        try:
            return self._fetched(receipt_number, at_risk=at_risk)
        except OfficeError as error:
            self._broke_off(error)
            return Fetching.TOO_OFTEN if isinstance(error, LookedUpTooOftenError) else Fetching.OFFLINE

    def _fetched(self, receipt_number: str, *, at_risk: bool) -> Fetching:
        # What was done here has to be there first: head office tells whoever holds the right what was refunded before.
        self._session.push()
        found = self._find(receipt_number)
        if found is None:
            return Fetching.UNKNOWN
        wallet = WalletId(found.wallet)
        if not at_risk and not self._holds(wallet):
            outcome = self._ask(wallet)
            if outcome is not Fetching.TAKEN:
                return outcome
            # With the right come the refunds of those who held it before.
            found = self._find(receipt_number) or found
        sale, refunds = found.sale, found.refunds
        self._run(lambda: self._till.use_cases.refund_sale.take_over(sale, refunds))
        return Fetching.TAKEN

    def _find(self, receipt_number: str) -> SaleFound | None:
        state = self._till.store.state
        ask = SaleAsk(
            till=state.till,
            epoch=state.epoch,
            server_epoch=self._session.state().server_epoch or "none",
            receipt=receipt_number,
        )
        answer = self._look_ups.ask(lambda: self._sales.sale(ask))
        return answer if isinstance(answer, SaleFound) else None

    def _holds(self, wallet: WalletId) -> bool:
        named = sale_of_wallet(wallet)
        return named is not None and self._run(lambda: self._till.use_cases.refund_sale.holds_right(*named))

    def _ask(self, wallet: WalletId) -> Fetching:
        answer = self._session.ask(wallet, REFUND_RIGHT, 1, 1)
        if answer is None:  # it was restored meanwhile: only a HELLO adopts its new epoch
            self._session.synchronise()
            answer = self._session.ask(wallet, REFUND_RIGHT, 1, 1)
        if isinstance(answer, Granted):
            return Fetching.TAKEN
        is_short = isinstance(answer, Denied) and answer.why == "short"
        return Fetching.ASKED if is_short else Fetching.NOT_NOW
