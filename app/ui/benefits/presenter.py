"""Services to one member: the list, what is done with it, what came of it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.ids import WalletId
from app.domain.ledger import Unit
from app.domain.member import MemberView
from app.domain.tender import Tendered
from app.domain.value.facts import ServiceDeal
from app.domain.value.services import Offered
from app.services.have_service import ServiceRequest
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.value_desk import ValueDesk

# A key that bounces, or a finger that doubts, comes again within so long of what was had.
_BOUNCE_MS = 2_000


class BenefitsView(Protocol):
    """The screen."""

    def show_services(self, view: MemberView, offered: Sequence[Offered]) -> None:
        """What may be had, and what not and why."""

    def ask_payment(self, offered: Offered) -> None:
        """It costs money: how is it paid?"""

    def ask_again(self, offered: Offered) -> None:
        """It was had a moment ago: is it meant once more?"""

    def show_done(self, offered: Offered, deal: ServiceDeal) -> None:
        """It was had."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, and what to do."""

    def look_for_payments(self) -> None:
        """What was paid for it outside the till and is not taken now: to be given back."""


class BenefitsPresenter:
    """One service at a time. `posted` is told when the wallet holds something else."""

    def __init__(
        self,
        view: BenefitsView,
        tasks: Runs,
        use_cases: UseCases,
        session: Session,
        posted: Callable[[ServiceDeal], None],
        desk: ValueDesk,
    ) -> None:
        self._view, self._tasks, self._use_cases, self._session = view, tasks, use_cases, session
        self._posted, self._desk = posted, desk
        self._member: MemberView | None = None
        self._had: tuple[object, int] | None = None
        self.is_posting = False

    @property
    def wallet(self) -> WalletId | None:
        """Whose services are shown."""
        return self._member.wallet if self._member else None

    def begin(self, view: MemberView) -> None:
        """For this member."""
        if view.wallet != self.wallet:
            self._had = None
        self._member = view
        self._list(view)

    def refresh(self, view: MemberView) -> None:
        """The same member, who holds something else now."""
        if not self.is_posting and view.wallet == self.wallet:
            self.begin(view)

    def choose(self, offered: Offered) -> None:
        """Have it; what costs money is paid first."""
        if self.is_posting:
            return
        if offered.refused:
            self._fetch(offered, offered.refused)
        elif offered.price_minor:
            self._view.ask_payment(offered)
        elif self._was_just_had(offered):
            self._view.ask_again(offered)
        else:
            self.have(offered, ())

    def _was_just_had(self, offered: Offered) -> bool:
        key, at = self._had or (None, 0)
        return key == offered.key and self._session.clock.monotonic_ms() - at < _BOUNCE_MS

    def _fetch(self, offered: Offered, refused: Refused) -> None:
        """What lies elsewhere is asked for; once it is here, what was chosen is had after all."""
        view = self._member
        if view is None or refused.why is not Why.SERVICE_ELSEWHERE or not self._desk.can_ask():
            self._view.show_refusal(refused)
            return
        unit, missing = Unit(str(refused.facts["unit"])), int(refused.facts["missing"])

        def listed(now: Sequence[Offered]) -> None:
            if view.wallet != self.wallet:
                return
            again = next((each for each in now if each.key == offered.key), offered)
            if again.refused:
                self._view.show_refusal(again.refused)
            else:
                self.choose(again)

        def came(_why: Why | None) -> None:
            self._tasks.run(lambda: self._use_cases.have_service.offered(view), listed)
            self.look_again()

        self._desk.ask(view.wallet, missing, came, (unit,))

    def have(self, offered: Offered, tendered: Sequence[Tendered]) -> None:
        """Post it."""
        if self._member is None or self.is_posting:
            return
        self.is_posting = True
        request = ServiceRequest(
            self._session.signed_on(),
            self._member,
            offered.service,
            offered.about,
            offered.price_minor,
            tendered,
            offered.is_trial,
        )
        self._tasks.run(
            lambda: self._use_cases.have_service(request), lambda outcome: self._came(offered, outcome), self._failed
        )

    def _came(self, offered: Offered, outcome: ServiceDeal | Refused) -> None:
        self.is_posting = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            self._view.look_for_payments()
            return
        self._had = offered.key, self._session.clock.monotonic_ms()
        self._view.show_done(offered, outcome)
        self._posted(outcome)
        self.look_again()

    def _failed(self, _error: BaseException) -> None:
        self.is_posting = False

    def look_again(self) -> None:
        """What the wallet holds now: something was had, or head office has lent something."""
        view = self._member
        if view is not None:
            self._tasks.run(lambda: self._use_cases.view_member.again(view), self.refresh)

    def _list(self, view: MemberView) -> None:
        self._tasks.run(lambda: self._use_cases.have_service.offered(view), lambda offered: self._listed(view, offered))

    def _listed(self, view: MemberView, offered: Sequence[Offered]) -> None:
        if view is self._member:
            self._view.show_services(view, offered)
