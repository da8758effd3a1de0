"""What the member panel says, worked out from the member's view."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import DueFollowUp, MemberView
from app.domain.programme.features import EVERYTHING, Features, features_of
from app.domain.programme.people import memberships_ending, tier_held, tiers_held, ways_up
from app.ui.members.profile_presenter import percent_of
from app.ui.members.words import masked_phone, progress_words
from app.ui.session import Session


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
    dormant_from: int
    tier_until: str = ""
    tier_colour: str = ""
    more_tiers: tuple[str, ...] = ()
    renewals: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    features: Features = EVERYTHING

    @property
    def shows_value(self) -> bool:
        """Whether stored value is worth a place: the programme has it, or something of it is left."""
        return self.features.value or self.has_value

    @property
    def shows_points(self) -> bool:
        """The same of points."""
        return self.features.points or self.points > 0

    @property
    def has_value(self) -> bool:
        """Whether there is stored value at all."""
        return self.usable_minor + self.elsewhere_minor > 0

    @property
    def dormant_value(self) -> bool:
        """Prepaid money that has not moved for long: worth a word to the customer."""
        return self.dormant_days >= self.dormant_from and self.has_value


class Summaries:
    """The summary of who stands here, worked out again only when something that it rests on is another."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rests_on: tuple[object, ...] = ()
        self._summary: MemberSummary | None = None

    def of(self, view: MemberView | None) -> MemberSummary | None:
        """None where nobody is known."""
        session = self._session
        rests_on = (view, session.programme, session.language, session.day())
        if rests_on != self._rests_on:
            self._rests_on, self._summary = rests_on, summarise(view, session) if view else None
        return self._summary


def summarise(view: MemberView, session: Session) -> MemberSummary:
    """The summary of the member before the till."""
    member, programme = view.member, session.programme
    tier = tier_held(view, programme)
    usable = view.usable(PRINCIPAL) + view.usable(BONUS)
    today = session.day()
    birthday = member.birthday if member else ""
    return MemberSummary(
        name=member.name if member else "",
        phone=masked_phone(member.phone) if member else "",
        card=view.card.number[-4:] if view.card else "",
        tier=session.name(tier.names) if tier else "",
        tier_rank=[each.id for each in programme.tiers].index(tier.id) if tier else 0,
        step=_step(view, session),
        usable_minor=usable,
        elsewhere_minor=max(0, view.total(PRINCIPAL) + view.total(BONUS) - usable),
        principal_minor=view.usable(PRINCIPAL),
        bonus_minor=view.usable(BONUS),
        points=view.total(POINTS),
        points_elsewhere=max(0, view.total(POINTS) - view.usable(POINTS)),
        birthday_today=bool(birthday) and birthday[5:] == today[5:],
        birthday_month=bool(birthday) and birthday[5:7] == today[5:7],
        dormant_days=_days_since(member.last_visit_on, today) if member else 0,
        dormant_from=programme.stored_value.dormant_after_days,
        tier_until=member.tier_until if member else "",
        tier_colour=tier.colour if tier else "",
        more_tiers=tuple(session.name(each.names) for each in tiers_held(view, programme) if each is not tier),
        renewals=tuple(
            f"{session.name(each.names)} · {last}" for each, last in memberships_ending(view, programme, today)
        ),
        follow_ups=tuple(_follow_up(due, session) for due in member.follow_ups) if member else (),
        features=features_of(programme),
    )


def _step(view: MemberView, session: Session) -> TierStep | None:
    if view.member is None:
        return None
    ahead = next(iter(ways_up(view, session.programme, session.day())), None)
    return TierStep(progress_words(ahead, session), percent_of(ahead)) if ahead else None


def follow_up_name(due: DueFollowUp, session: Session) -> str:
    """What the member is to be asked, as the programme calls it, and about which pet."""
    known = next((each for each in session.programme.follow_ups if each.id == due.follow_up), None)
    name = session.name(known.names) if known else due.follow_up
    return f"{due.pet} · {name}" if due.pet else name


def _follow_up(due: DueFollowUp, session: Session) -> str:
    """The same with what it is about."""
    name = follow_up_name(due, session)
    return f"{name} · {due.about}" if due.about else name


def _days_since(day: str, today: str) -> int:
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day)).days
    except ValueError:
        return 0
