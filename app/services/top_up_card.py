"""Top up: value is bought; the card holds it when the customer leaves, with or without a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.programme.features import takes_value
from app.domain.programme.scene import Moment, Person, Scene
from app.domain.programme.spans import last_day
from app.domain.programme.top_up import TopUpQuote, quote_top_up
from app.domain.programme.top_up_offers import running_offers
from app.domain.sale.facts import SaleTender
from app.domain.staff import Operator, Permission, not_permitted
from app.domain.tender import Settlement, Tendered
from app.domain.value.facts import TopUp
from app.domain.value.rules import over_cap, whole
from app.ports.store import UnitOfWork
from app.services.shared_rights import shared_leases
from app.services.stamp import Stamp
from app.services.value_desk import Counter, ValueDesk, holder_of
from app.services.view_member import wallet_totals

# What is only shown has no number yet.
_UNNUMBERED = "quote"


@dataclass(frozen=True, slots=True)
class TopUpRequest:
    """What the cashier wants posted; `bonus_minor` is the bonus the screen promised."""

    operator: Operator
    view: MemberView
    paid_minor: int
    tendered: Sequence[Tendered]
    bonus_minor: int


@dataclass(frozen=True, slots=True)
class TopUpCard:
    """Say what a top-up brings, and make it a fact."""

    desk: ValueDesk

    def offers(self, view: MemberView) -> tuple[tuple[int, int], ...]:
        """The amounts (minor units) at which this member is given a bonus in value, each with that bonus."""
        with self.desk.store.unit_of_work() as uow:
            day = self.desk.recorder.look(uow).day
        running = running_offers(self.desk.programme, Scene(Moment(day), _person(view)))
        amounts = {step.from_minor for offer in running for step in offer.steps if step.from_minor}
        return tuple(
            (amount, sum(step.bonus_for(amount) for offer in running if (step := offer.step_for(amount))))
            for amount in sorted(amounts)
        )

    def quote(self, view: MemberView, paid_minor: int) -> TopUpQuote | Refused:
        """What paying `paid_minor` would bring, or why it may not be."""
        with self.desk.store.unit_of_work() as uow:
            return self._quote(uow, view, paid_minor, self.desk.recorder.look(uow), _UNNUMBERED)

    def __call__(self, request: TopUpRequest) -> TopUp | Refused:
        """The posted top-up, or why not; nothing is kept of a refused one."""
        if not request.operator.may(Permission.TOP_UP):
            return not_permitted(Permission.TOP_UP)
        settlement = self.desk.settled(request.paid_minor, request.tendered)
        if isinstance(settlement, Refused):
            return settlement
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.counter(uow, request.operator.id)
            if isinstance(counter, Refused):
                return counter
            made = self._build(uow, request, settlement, counter)
            if not isinstance(made, Refused):
                self.desk.post(uow, made, counter.stamp)
            uow.commit()
            return made

    def _build(
        self, uow: UnitOfWork, request: TopUpRequest, settlement: Settlement, counter: Counter
    ) -> TopUp | Refused:
        view = request.view
        if rests := self.desk.why_credit_rests(uow, view.wallet, counter.stamp):
            return Refused(rests)
        quote = self._quote(uow, view, request.paid_minor, counter.stamp, counter.id)
        if isinstance(quote, Refused):
            return quote
        if quote.total(BONUS) != request.bonus_minor:
            return Refused(Why.OFFER_CHANGED)
        leases = uow.ledger.leases(view.wallet)
        return TopUp(
            id=counter.id,
            origin=counter.origin,
            currency=self.desk.programme.currency,
            holder=holder_of(view),
            tenders=_paid(settlement),
            change_minor=settlement.change_minor,
            credits=quote.credits,
            rights=quote.rights,
            returned=over_cap(leases, quote.credits, self.desk.cap(uow.config)),
            offers=quote.applied,
            shared=quote.shared,
            programme=self.desk.programme.id,
            programme_version=self.desk.programme.version,
        )

    def _quote(
        self, uow: UnitOfWork, view: MemberView, paid_minor: int, stamp: Stamp, number: str
    ) -> TopUpQuote | Refused:
        if paid_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        programme, is_named = self.desk.programme, view.member is not None
        if not takes_value(programme):
            return Refused(Why.VALUE_NOT_SOLD)
        leases = uow.ledger.leases(view.wallet)
        total = wallet_totals(uow, self.desk.directory, view.wallet).get(PRINCIPAL, 0)
        terms, held = programme.stored_value, max(total, whole(leases, PRINCIPAL))
        limit = terms.named_at_most_minor if is_named else terms.anonymous_at_most_minor
        if held + paid_minor > limit:
            room = max(0, limit - held)
            return Refused(Why.VALUE_LIMIT, {"limit_minor": limit, "held_minor": held, "room_minor": room})
        scene = Scene(Moment(stamp.day), _person(view), paid_minor)
        return quote_top_up(
            paid_minor,
            running_offers(programme, scene),
            day=stamp.day,
            number=number,
            leases=leases,
            shared=shared_leases(uow, programme),
            principal_until="" if is_named else last_day(terms.anonymous_lasts, stamp.day),
        )


def _person(view: MemberView) -> Person | None:
    member = view.member
    if member is None:
        return None
    tiers = frozenset({member.tier}) if member.tier else frozenset()
    return Person(tiers, member.joined_on, member.birthday, measures=member.measures)


def _paid(settlement: Settlement) -> tuple[SaleTender, ...]:
    return tuple(
        SaleTender(tender.kind, tender.type, applied, tender.given_minor, tender.reference)
        for tender, applied in zip(settlement.tendered, settlement.applied_minor, strict=True)
    )
