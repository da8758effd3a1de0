"""What the tender screen shows, worked out from the basket and what was handed over: pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket
from app.domain.programme.model import TenderKind, TenderType
from app.domain.tender import Settlement, Tendered, quick_amounts
from app.ports.head_office import Line
from app.ui.session import Session


@dataclass(frozen=True, slots=True)
class TenderOption:
    """A way to pay. `usable_minor` is what stored value can give here; None for other tenders."""

    kind: TenderKind
    name: str
    usable_minor: int | None = None
    elsewhere_minor: int = 0


@dataclass(frozen=True, slots=True)
class TakenTender:
    """One payment taken so far."""

    name: str
    given_minor: int
    reference: str


@dataclass(frozen=True, slots=True)
class TenderState:
    """Everything on the screen (minor units). `paid_minor` is what counts towards the sum due."""

    due_minor: int
    paid_minor: int
    remaining_minor: int
    change_minor: int
    saving_minor: int
    member_name: str
    options: tuple[TenderOption, ...]
    taken: tuple[TakenTender, ...]
    quick_cash: tuple[int, ...]
    line: Line = Line.ALONE


def tender_state(
    priced: PricedBasket, settlement: Settlement, session: Session, line: Line = Line.ALONE
) -> TenderState:
    """The state after these tenders."""
    view = priced.basket.member
    used = value_given(settlement.tendered)
    return TenderState(
        due_minor=priced.total_minor,
        paid_minor=sum(settlement.applied_minor),
        remaining_minor=settlement.remaining_minor,
        change_minor=settlement.change_minor,
        saving_minor=priced.saving_minor,
        member_name=view.member.name if view and view.member else "",
        options=tuple(_option(kind, view, used, session) for kind in session.programme.tender_kinds),
        taken=tuple(_taken(tender, session) for tender in settlement.tendered),
        quick_cash=quick_amounts(settlement.remaining_minor),
        line=line,
    )


def usable_value(view: MemberView | None) -> int:
    """Stored value that can be spent at this till today."""
    return view.usable(PRINCIPAL) + view.usable(BONUS) if view else 0


def elsewhere_value(view: MemberView) -> int:
    """Stored value that lies at head office or other tills, as far as this till knows."""
    return max(0, view.total(PRINCIPAL) + view.total(BONUS) - usable_value(view))


def value_given(tendered: Sequence[Tendered]) -> int:
    """Stored value among these tenders."""
    return sum(tender.given_minor for tender in tendered if tender.type is TenderType.STORED_VALUE)


def _option(kind: TenderKind, view: MemberView | None, used_minor: int, session: Session) -> TenderOption:
    name = session.name(kind.names)
    if kind.type is not TenderType.STORED_VALUE:
        return TenderOption(kind, name)
    usable = usable_value(view)
    return TenderOption(kind, name, max(0, usable - used_minor), elsewhere_value(view) if view else 0)


def _taken(tender: Tendered, session: Session) -> TakenTender:
    kind = session.programme.tender_kind(tender.kind)
    return TakenTender(session.name(kind.names) if kind else tender.kind, tender.given_minor, tender.reference)
