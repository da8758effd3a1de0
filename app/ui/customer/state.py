"""What the customer is shown, worked out from what the till's screens show: pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.member import MemberView
from app.domain.pricing import PricedBasket
from app.domain.sale.facts import Sale
from app.ui.sale.line_text import LineText, LineTexts
from app.ui.session import Session
from app.ui.tender.payment_flow import PaymentState
from app.ui.tender.state import TenderState


class Phase(Enum):
    """How far this customer is."""

    IDLE = "idle"
    BASKET = "basket"
    PAYING = "paying"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class CustomerState:
    """Amounts in minor units. `member` is shortened: the screen is seen by whoever stands in line."""

    phase: Phase = Phase.IDLE
    member: str = ""
    lines: tuple[LineText, ...] = ()
    total_minor: int = 0
    saving_minor: int = 0
    paid_minor: int = 0
    remaining_minor: int = 0
    change_minor: int = 0
    code: str = ""
    code_minor: int = 0
    tier: str = ""
    tier_colour: str = ""


Tell = Callable[[CustomerState], None]


def shortened(name: str) -> str:
    """The first character and two stars: enough to know oneself, too little for the next in line."""
    return f"{name[0]}**" if name else ""


class CustomerNews:
    """Collects the till's news; everybody who watches is told when the customer is to see something else."""

    def __init__(self, session: Session) -> None:
        self._session, self._texts = session, LineTexts(session)
        self._watchers: list[Tell] = []
        self.state = CustomerState()

    def watch(self, tell: Tell) -> None:
        """Be told now and from now on."""
        self._watchers.append(tell)
        tell(self.state)

    def show_basket(self, priced: PricedBasket) -> None:
        """The basket has changed. An empty one leaves the change of the last customer in sight."""
        if priced.basket.is_empty and self.state.phase is Phase.PAID:
            return
        if priced.basket.is_empty and priced.basket.member is None:
            self._tell(CustomerState())
            return
        paid = self.state.phase is Phase.PAYING
        tier = priced.tier
        self._tell(
            replace(
                self.state,
                phase=Phase.PAYING if paid else Phase.BASKET,
                member=_member(priced.basket.member),
                tier=self._session.name(tier.names) if tier else "",
                tier_colour=tier.colour if tier else "",
                lines=self._texts.of(priced),
                total_minor=priced.total_minor,
                saving_minor=priced.saving_minor,
                change_minor=0,
            )
        )

    def show_tender(self, state: TenderState) -> None:
        """It is being paid."""
        if self.state.phase in {Phase.BASKET, Phase.PAYING}:
            self._tell(
                replace(
                    self.state,
                    phase=Phase.PAYING,
                    total_minor=state.due_minor,
                    paid_minor=state.paid_minor,
                    remaining_minor=state.remaining_minor,
                    change_minor=state.change_minor,
                )
            )

    def show_basket_again(self) -> None:
        """Back from paying to the goods; what was paid stays paid."""
        if self.state.phase is Phase.PAYING:
            self._tell(replace(self.state, phase=Phase.BASKET, code=""))

    def show_payment(self, state: PaymentState | None) -> None:
        """A code for the customer's phone, while there is one."""
        code, amount = (state.code, state.amount_minor) if state else ("", 0)
        if code == self.state.code:
            return
        if code and self.state.phase is Phase.IDLE:
            # No goods: a top-up or a service is paid.
            self._tell(CustomerState(Phase.PAYING, total_minor=amount, code=code, code_minor=amount))
        elif not code and self.state.phase is Phase.PAYING and not self.state.lines:
            self._tell(CustomerState())
        else:
            self._tell(replace(self.state, code=code, code_minor=amount))

    def show_sale(self, sale: Sale) -> None:
        """Paid: the change stays in sight until the next goods."""
        total = sum(tender.amount_minor for tender in sale.tenders)
        self._tell(
            replace(
                self.state,
                phase=Phase.PAID,
                total_minor=total,
                paid_minor=total,
                remaining_minor=0,
                change_minor=sale.change_minor,
                code="",
            )
        )

    def next_customer(self) -> None:
        """The one before has gone."""
        self._tell(CustomerState())

    def _tell(self, state: CustomerState) -> None:
        if state != self.state:
            self.state = state
            for tell in self._watchers:
                tell(state)


def _member(view: MemberView | None) -> str:
    return shortened(view.member.name) if view and view.member else ""
