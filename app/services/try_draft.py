"""Try a draft of the programme on what this till has sold: a piece at a time, between the scans; nothing is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.errors import BrokenPromiseError
from app.domain.ids import MemberId, SaleId, WalletId
from app.domain.journal import Event, Kind
from app.domain.ledger import BONUS, PRINCIPAL, Lot
from app.domain.member import Member
from app.domain.programme.file import Fault, ProgrammeFileError, read_programme
from app.domain.programme.lifecycle.facts import Bought, Paid, SoldLine, ToppedUp
from app.domain.programme.lifecycle.standing import HeldTier, Standing
from app.domain.programme.model import Names, Programme
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days
from app.domain.rehearsal.dry_run import DryRun, Figures
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.facts import Origin, Sale
from app.domain.value.body import deal_from_body
from app.domain.value.facts import TopUp
from app.ports.clock import Clock
from app.ports.directory import Directory
from app.ports.drafts import DraftFile, Drafts
from app.ports.store import Store, UnitOfWork
from app.services.read_people import member_of
from app.services.stamp import Recorder

_KINDS = frozenset({Kind.SALE, Kind.REFUND, Kind.TOP_UP})
# A scan waits no longer than one piece.
_PIECE_MS = 25
_PLACES_AT_ONCE = 5


@dataclass(slots=True)
class Trial:
    """One run on its way. `since` is an ISO date, places are those of the till's events."""

    draft: Programme
    since: str
    first: int
    last: int
    place: int
    run: DryRun
    tiers_now: dict[str, str] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * (self.place - self.first) // (self.last - self.first) if self.last > self.first else 100

    @property
    def is_done(self) -> bool:
        """Whether everything was played."""
        return self.place >= self.last

    def figures(self) -> Figures:
        """What has come of it so far."""
        return self.run.figures(self.tiers_now)


@dataclass(frozen=True, slots=True)
class ChangedReceipt:
    """A receipt that would have come to another sum (minor units)."""

    receipt: str
    was_minor: int
    would_be_minor: int

    @property
    def difference_minor(self) -> int:
        """More (or less) to pay."""
        return self.would_be_minor - self.was_minor


@dataclass(frozen=True, slots=True)
class TrialOutcome:
    """What a draft would have changed since an ISO date; `tiers` are the names of all tiers, today's and its own."""

    since: str
    figures: Figures
    baskets: tuple[ChangedReceipt, ...]
    tiers: Mapping[str, Names]


@dataclass(frozen=True, slots=True)
class TryDraft:
    """What lies before the window is not played: of it a member's spend and tier are known, and coupons they used."""

    store: Store
    directory: Directory
    recorder: Recorder
    clock: Clock
    drafts: Drafts
    in_force: Callable[[], Programme]

    def files(self) -> Sequence[DraftFile]:
        """What can be tried."""
        return self.drafts.files()

    def folder(self) -> str:
        """Where the shop puts its own drafts."""
        return str(self.drafts.folder())

    def begin(self, file: DraftFile, days: int) -> Trial | tuple[Fault, ...] | OSError:
        """A trial over the last so many days; everything that is wrong in the file, or why it cannot be read."""
        try:
            draft = read_programme(self.drafts.text(file))
        except ProgrammeFileError as error:
            return error.faults
        except UnicodeDecodeError as error:
            return OSError(str(error))
        except OSError as error:
            return error
        with self.store.unit_of_work() as uow:
            since = add_days(self.recorder.look(uow).day, -days)
            first, last = uow.past.span(since)
        return Trial(draft, since, first, last, first, DryRun(draft))

    def go_on(self, trial: Trial) -> Trial:
        """Play one piece more."""
        until = self.clock.monotonic_ms() + _PIECE_MS
        with self.store.unit_of_work() as uow:
            while not trial.is_done and self.clock.monotonic_ms() < until:
                through = min(trial.last, trial.place + _PLACES_AT_ONCE)
                for place, event in uow.past.read(trial.place, through, _KINDS):
                    self._play(uow, trial, event)
                    trial.place = place
                trial.place = through
        return trial

    def outcome(self, trial: Trial) -> TrialOutcome:
        """What has come of it, with receipts and tiers by the names people know."""
        figures = trial.figures()
        with self.store.unit_of_work() as uow:
            sales = [(each, uow.sales.sale(SaleId(each.sale))) for each in figures.baskets]
        baskets = tuple(
            ChangedReceipt(sale.origin.receipt_number, each.was_minor, each.would_be_minor)
            for each, sale in sales
            if sale
        )
        tiers = {tier.id: tier.names for tier in (*self.in_force().tiers, *trial.draft.tiers)}
        return TrialOutcome(trial.since, figures, baskets, tiers)

    def _play(self, uow: UnitOfWork, trial: Trial, event: Event) -> None:
        body = event.body()
        try:
            if event.kind is Kind.SALE:
                sale = sale_from_body(body)
                if sale.member is not None and sale.member.member is not None:
                    self._meet(uow, trial, sale.member.wallet, sale.member.member, sale.member.tier or "")
                    _with_used_coupons(trial, sale)
                trial.run.sold(sale, self._moment(sale.origin))
            elif event.kind is Kind.REFUND:
                refund = refund_from_body(body)
                trial.run.refunded(refund, self._moment(refund.origin))
            else:
                deal = deal_from_body(event.kind, body)
                if isinstance(deal, TopUp) and deal.holder.member is not None:
                    self._meet(uow, trial, deal.holder.wallet, deal.holder.member, "")
                    credited = sum(part.amount for part in deal.credits if part.unit in (PRINCIPAL, BONUS))
                    fact = ToppedUp(deal.id, self._moment(deal.origin), deal.amount_minor)
                    trial.run.topped_up(deal.holder.wallet, fact, credited)
        except BrokenPromiseError:
            return  # an event that cannot be read is the verification's matter

    def _meet(self, uow: UnitOfWork, trial: Trial, wallet: WalletId, member_id: MemberId, told: str) -> None:
        """A member as they were before the window, as far as this till knows."""
        if trial.run.knows(wallet):
            return
        member = member_of(uow, self.directory, member_id)
        spent_before = uow.past.spent_through(wallet, trial.first)
        if member is None:
            trial.tiers_now[wallet] = told
            trial.run.meet(wallet, Standing(joined_on=trial.since))
            return
        known = uow.past.spent_through(wallet, uow.past.place_of(self.directory.followed(wallet)))
        before = max(0, _spend(member, trial.draft) + spent_before - known)
        eve, held = add_days(trial.since, -1), str(member.tier or told)
        kind = next((kind.id for kind in trial.draft.tender_kinds if kind.counts), "")
        bought = Bought("before", Moment(eve), (SoldLine("", before, before),), (Paid(kind, before),))
        tier = trial.draft.tier(member.tier)
        tiers = {tier.ladder: HeldTier(tier.tier_id, eve, member.tier_until)} if tier else {}
        trial.tiers_now[wallet] = held
        trial.run.meet(
            wallet,
            Standing(
                joined_on=member.joined_on or eve,
                birthday=member.birthday,
                kind=member.kind,
                gender=member.gender,
                identified=member.identified,
                tags=member.tags,
                fields=member.fields,
                tiers=tiers,
                history=(bought,) if before else (),
                nights_through=eve,
            ),
        )

    def _moment(self, origin: Origin) -> Moment:
        return Moment(origin.business_date, self.recorder.local_time(origin.corrected_at)[11:16])


def _spend(member: Member, draft: Programme) -> int:
    """What the member has spent as head office last said, by whichever measure counts it."""
    names = {"spend", *(measure.id for measure in draft.measures if measure.of == "spend")}
    return max((amount for name, amount in member.measures.items() if name in names), default=0)


def _with_used_coupons(trial: Trial, sale: Sale) -> None:
    """A coupon that was used was held, whenever it was given."""
    if sale.member is None:
        return
    who, day = sale.member.wallet, sale.origin.business_date
    standing, known = trial.run.standing(who), {coupon.id for coupon in trial.draft.coupons}
    lots = dict(standing.lots)
    for part in sale.spent:
        missing = part.amount - standing.usable(part.unit, day)
        if part.unit.removeprefix("coupon:") in known and missing > 0:
            lots[part.unit, Lot("before")] = lots.get((part.unit, Lot("before")), 0) + missing
    trial.run.meet(who, replace(standing, lots=lots))
