"""A top-up, a principal refund, a transfer and a change of cards as they stand for good."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import CardNumber, EventId, MemberId, TierId, WalletId
from app.domain.lease import Take
from app.domain.ledger import PRINCIPAL
from app.domain.member import Card
from app.domain.sale.facts import Origin, SaleTender
from app.domain.staff import Approval


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose value it is: the wallet, and the person and card it was opened by, where there are such.

    `tier` is the main one that the till knew of.
    """

    wallet: WalletId
    member: MemberId | None = None
    card: CardNumber | None = None
    tier: TierId | None = None


@dataclass(frozen=True, slots=True)
class TopUp:
    """Value bought. `credits` are the lots it makes, `rights` the counted rights its offers used up, `shared` those for
    all in the wallet of `programme`.

    `returned` of the credits lies at head office, because this till may hold no more of one card. Minor units.
    """

    id: EventId
    origin: Origin
    currency: str
    holder: Holder
    tenders: tuple[SaleTender, ...]
    change_minor: int
    credits: tuple[Take, ...]
    rights: tuple[Take, ...] = ()
    returned: tuple[Take, ...] = ()
    offers: tuple[str, ...] = ()
    shared: tuple[Take, ...] = ()
    programme: str = ""
    programme_version: int = 0

    @property
    def amount_minor(self) -> int:
        """What was paid."""
        return sum(tender.amount_minor for tender in self.tenders)


@dataclass(frozen=True, slots=True)
class PrincipalRefund:
    """Principal paid out; `taken` are its lots and those of the bonus taken back.

    `undoes` is the wrong top-up that is taken back whole, with `rights_back` and `shared_back` that its offers had
    used up.
    """

    id: EventId
    origin: Origin
    currency: str
    holder: Holder
    tender: SaleTender
    taken: tuple[Take, ...]
    approval: Approval
    undoes: EventId | None = None
    rights_back: tuple[Take, ...] = ()
    shared_back: tuple[Take, ...] = ()
    programme: str = ""

    @property
    def amount_minor(self) -> int:
        """What is paid out."""
        return sum(part.amount for part in self.taken if part.unit == PRINCIPAL)

    @property
    def tenders(self) -> tuple[SaleTender, ...]:
        """How it is paid out."""
        return (self.tender,)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Value moved from one wallet to another; `returned` of it lies at head office. `approval` over the limit only."""

    id: EventId
    origin: Origin
    currency: str
    source: Holder
    target: Holder
    moved: tuple[Take, ...]
    returned: tuple[Take, ...] = ()
    approval: Approval | None = None

    @property
    def holder(self) -> Holder:
        """Whose value it was."""
        return self.source

    @property
    def amount_minor(self) -> int:
        """How much, principal and bonus together."""
        return sum(part.amount for part in self.moved)

    @property
    def tenders(self) -> tuple[SaleTender, ...]:
        """No money changes hands."""
        return ()


class Service(StrEnum):
    """What a member may have besides goods."""

    REDEMPTION = "redemption"
    ENTITLEMENT = "entitlement"
    PASS_USE = "pass_use"
    DRAW = "draw"
    ACTION = "action"
    PASS_SALE = "pass_sale"
    PASS_BACK = "pass_back"
    MEMBERSHIP = "membership"
    MEMBERSHIP_BACK = "membership_back"


@dataclass(frozen=True, slots=True)
class ServiceDeal:
    """A service of the programme that a member had: `about` is its id, `prize` what a spin won (empty: nothing left).

    `taken` are the member's lots it used up, `brought` those it made, `shared` those of the programme's own wallet
    (limits for all, quotas of prizes). What head office alone decides, such as a tier, it posts when it hears of this.
    A pass or membership of which the unused part is paid back names the deal it is `of` and who allowed it; the money
    that goes out is a tender below nothing, and `kept_minor` was kept of it for coupons that had come with it.
    One that undoes another (`undoes`) takes the lots that had brought, and brings those that had used up; `shared` is
    free again.
    """

    id: EventId
    origin: Origin
    currency: str
    holder: Holder
    service: Service
    about: str
    programme: str
    programme_version: int
    tenders: tuple[SaleTender, ...] = ()
    taken: tuple[Take, ...] = ()
    brought: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    prize: str = ""
    is_trial: bool = False
    of: EventId | None = None
    undoes: EventId | None = None
    approval: Approval | None = None
    kept_minor: int = 0

    @property
    def amount_minor(self) -> int:
        """What was paid for it; below nothing: paid out."""
        return sum(tender.amount_minor for tender in self.tenders)


ValueDeal = TopUp | PrincipalRefund | Transfer | ServiceDeal


class CardStep(StrEnum):
    """What happens to a card."""

    ISSUE = "issue"
    REPLACE = "replace"
    LOSE = "lose"
    FREEZE = "freeze"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class CardChange:
    """Cards as they are from now on: the one changed, and with it the one it replaces."""

    step: CardStep
    cards: tuple[Card, ...]
    approval: Approval
