"""The desk of stored value at a till of the simulation: the shipped use cases of top-up, paying out and transfer."""

from app.domain.errors import Refused
from app.domain.ids import EventId
from app.domain.ledger import BONUS
from app.domain.member import MemberView
from app.domain.staff import Approval, Operator, Permission
from app.ports.directory import Directory
from app.ports.store import Store
from app.services.programme_in_force import ProgrammeInForce
from app.services.refund_principal import PayOut, RefundPrincipal
from app.services.stamp import Recorder
from app.services.top_up_card import TopUpCard, TopUpRequest
from app.services.transfer_value import TransferValue
from app.services.value_desk import ValueDesk
from tests.app.domain.builders import DEMO_PROGRAMME, cash

# The most a till may hold of one unit of a card (minor units): a larger top-up goes on to head office at once.
CAP_MINOR = 5_000


class Desk:
    """One person at one till; what is refused changes nothing and is no matter here."""

    def __init__(self, store: Store, directory: Directory, recorder: Recorder, operator: Operator) -> None:
        desk = ValueDesk(store, directory, recorder, ProgrammeInForce(DEMO_PROGRAMME), cap=lambda _config: CAP_MINOR)
        self._operator = operator
        self._top_up, self._pay_out, self._transfer = TopUpCard(desk), RefundPrincipal(desk), TransferValue(desk)
        self._last: tuple[MemberView, EventId] | None = None

    def top_up(self, view: MemberView, amount: int) -> None:
        """Sell value for `amount` in cash (minor units)."""
        quote = self._top_up.quote(view, amount)
        if not isinstance(quote, Refused):
            request = TopUpRequest(self._operator, view, amount, [cash(amount)], quote.total(BONUS))
            made = self._top_up(request)
            if not isinstance(made, Refused):
                self._last = (view, made.id)

    def pay_out(self, view: MemberView, amount: int) -> None:
        """Pay principal out."""
        self._pay_out(view, amount, PayOut("cash"), self._approval(Permission.REFUND_VALUE))

    def undo(self) -> None:
        """Take the last top-up back, if its value is still here whole."""
        if self._last is not None:
            self._pay_out.undo(*self._last, PayOut("cash"), self._approval(Permission.REFUND_VALUE))

    def transfer(self, source: MemberView, target: MemberView, amount: int) -> None:
        """Move value to another card."""
        self._transfer(self._operator, source, target, amount, self._approval(Permission.TRANSFER_VALUE))

    def _approval(self, permission: Permission) -> Approval:
        return Approval(permission, self._operator.id, self._operator.id, "x")
