"""One member in full; each look goes on record."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.errors import Refused
from app.domain.ids import MemberId
from app.domain.member import Holding, MemberView
from app.domain.programme.model import Programme, Tier
from app.domain.programme.people import tier_held, tiers_held, ways_up
from app.domain.programme.progress import TierProgress
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.services.view_member import MemberProfile
from app.ui.running import Runs
from app.ui.session import Session


@dataclass(frozen=True, slots=True)
class TierStanding:
    """Where a member stands: the main tier, the next one, the share of the way there in per cent, further tiers.

    Nothing may be ahead below the highest tier as well, where no measure leads up from there.
    """

    tier: Tier | None
    ahead: TierProgress | None
    percent: int
    more: tuple[Tier, ...] = ()
    is_highest: bool = False


class ProfileView(Protocol):
    """The member's side of the screen."""

    def show_profile(self, profile: MemberProfile, standing: TierStanding | None) -> None:
        """Everything there is of one wallet."""

    def show_nobody(self) -> None:
        """No member is chosen."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why the member cannot be shown."""


def standing_of(view: MemberView, programme: Programme, day: str) -> TierStanding:
    """The member's tiers and the way to the next one, on an ISO day."""
    main, held = tier_held(view, programme), tiers_held(view, programme)
    more = tuple(tier for tier in held if tier is not main)
    ahead = next(iter(ways_up(view, programme, day)), None)
    ladder = [tier for tier in programme.tiers if main and tier.ladder == main.ladder]
    is_highest = len(ladder) > 1 and main is ladder[-1]
    return TierStanding(main, ahead, percent_of(ahead) if ahead else 100, more, is_highest)


def percent_of(ahead: TierProgress) -> int:
    """How much of the way to the next tier is done, in per cent; the part that lacks most counts."""
    return min(99, min((each.at_least - each.missing) * 100 // each.at_least for each in ahead.ways[0]))


def holdings_in_order(view: MemberView) -> tuple[Holding, ...]:
    """The wallet by unit, those that hold something first, money before points."""
    order = ("principal", "bonus", "points")
    known = [view.holdings[unit] for unit in sorted(view.holdings, key=str) if unit in order]
    return tuple(sorted(known, key=lambda holding: order.index(holding.unit)))


class MemberProfilePresenter:
    """Opens a member and hands the chosen one to the sale."""

    def __init__(
        self, view: ProfileView, tasks: Runs, use_cases: UseCases, session: Session, operator: Operator
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._session = session
        self._operator = operator
        self._wanted: MemberId | None = None
        self._shown: MemberView | None = None

    @property
    def chosen(self) -> MemberView | None:
        """Whose profile is shown."""
        return self._shown

    def open(self, member_id: MemberId) -> None:
        """Show this member."""
        self._wanted, self._shown = member_id, None
        self._tasks.run(
            lambda: self._use_cases.view_member.profile(member_id, self._operator),
            lambda outcome: self._show(member_id, outcome),
        )

    def open_card(self, view: MemberView) -> None:
        """Show the wallet a card has opened; one without a name has no profile beyond it."""
        if view.member:
            self.open(view.member.id)
            return
        self._wanted, self._shown = None, view
        self._tasks.run(
            lambda: self._use_cases.view_member.card_profile(view), lambda profile: self._show_card(view, profile)
        )

    def clear(self) -> None:
        """Show nobody."""
        self._wanted, self._shown = None, None
        self._view.show_nobody()

    def _show_card(self, view: MemberView, profile: MemberProfile) -> None:
        if self._wanted is None and self._shown is view:
            self._shown = profile.view
            self._view.show_profile(profile, None)

    def _show(self, member_id: MemberId, outcome: MemberProfile | Refused) -> None:
        if member_id != self._wanted:
            return
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._shown = outcome.view
        standing = standing_of(outcome.view, self._session.programme, self._session.day())
        self._view.show_profile(outcome, standing if outcome.view.member else None)
