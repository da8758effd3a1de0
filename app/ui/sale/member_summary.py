"""What the member panel says, worked out from the member's view."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import MemberView
from app.domain.programme.model import Tier
from app.domain.programme.tiers import progress, tier_of
from app.ui.members.words import masked_phone
from app.ui.session import Session
from app.ui.widgets.amount import figures

DORMANT_DAYS = 180


@dataclass(frozen=True, slots=True)
class TierStep:
    """The way to the next tier: words, and how much of it is done in per cent."""

    words: str
    percent: int


@dataclass(frozen=True, slots=True)
class MemberSummary:
    """What a cashier should know at a glance (minor units). `name` is empty for an anonymous card."""

    name: str
    phone: str
    card: str
    tier: str
    tier_rank: int
    step: TierStep | None
    usable_minor: int
    elsewhere_minor: int
    principal_minor: int
    bonus_minor: int
    points: int
    points_elsewhere: int
    birthday_today: bool
    birthday_month: bool
    dormant_days: int

    @property
    def has_value(self) -> bool:
        """Whether there is stored value at all."""
        return self.usable_minor + self.elsewhere_minor > 0

    @property
    def dormant_value(self) -> bool:
        """Prepaid money that has not moved for long: worth a word to the customer."""
        return self.dormant_days >= DORMANT_DAYS and self.has_value


def summarise(view: MemberView, session: Session) -> MemberSummary:
    """The summary of the member before the till."""
    member = view.member
    tier = tier_of(session.programme, member.tier, member.measures) if member else None
    usable = view.usable(PRINCIPAL) + view.usable(BONUS)
    today = session.day()
    birthday = member.birthday if member else ""
    return MemberSummary(
        name=member.name if member else "",
        phone=masked_phone(member.phone) if member else "",
        card=view.card.number[-4:] if view.card else "",
        tier=session.name(tier.names) if tier else "",
        tier_rank=[each.id for each in session.programme.tiers].index(tier.id) if tier else 0,
        step=_step(view, tier, session),
        usable_minor=usable,
        elsewhere_minor=max(0, view.total(PRINCIPAL) + view.total(BONUS) - usable),
        principal_minor=view.usable(PRINCIPAL),
        bonus_minor=view.usable(BONUS),
        points=view.total(POINTS),
        points_elsewhere=max(0, view.total(POINTS) - view.usable(POINTS)),
        birthday_today=bool(birthday) and birthday[5:] == today[5:],
        birthday_month=bool(birthday) and birthday[5:7] == today[5:7],
        dormant_days=_days_since(member.last_visit_on, today) if member else 0,
    )


def _step(view: MemberView, tier: Tier | None, session: Session) -> TierStep | None:
    if view.member is None:
        return None
    ahead = progress(session.programme, tier, view.member.measures)
    if ahead is None:
        return None
    have = view.member.measures.get(ahead.measure, 0)
    percent = have * 100 // (have + ahead.missing) if have + ahead.missing > 0 else 0
    words = session.words["tier.progress"].format(missing=figures(ahead.missing), name=session.name(ahead.tier.names))
    return TierStep(words, min(percent, 100))


def _days_since(day: str, today: str) -> int:
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day)).days
    except ValueError:
        return 0
