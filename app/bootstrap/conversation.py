"""What this till says to head office, one turn after the other, and how that went. It may wait: never on the screen."""

import logging
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from app import __version__
from app.bootstrap.ear import WAIT_MS
from app.bootstrap.feeding import Feeding
from app.bootstrap.lending import Lender
from app.bootstrap.look_ups import LookUps
from app.bootstrap.night_books import NightBooks
from app.bootstrap.office_line import OfficeLine
from app.bootstrap.refund_asking import RefundAsker
from app.bootstrap.till import OpenTill
from app.bootstrap.till_night import TillNight
from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.lease import Take
from app.domain.lease.share import MONEY, batch_of
from app.domain.ledger import Unit
from app.domain.night.verdict import Verdict
from app.domain.programme.lifecycle.limits import kept_at_office, left_for_all
from app.domain.programme.rights import programme_wallet
from app.ports.head_office import Copying, Fetching, Lending, Lent, Line, OfficeStatus, Says
from app.ports.store import LentUnit
from app.services.find_idle_leases import FindIdleLeases
from app.services.take_rows import TakeRows
from sync.client.night import NightAudit, last_night
from sync.client.office import (
    AnswerUnreadableError,
    BusyError,
    LookedUpTooOftenError,
    NotEnrolledError,
    Office,
    OfficeError,
    RefusedByOfficeError,
)
from sync.client.session import Outcome, Session
from sync.client.state import SyncState, read_sync_state
from sync.client.streams import StreamCopies
from sync.client.till import Run
from sync.protocol.messages import Listen
from sync.protocol.streams import STANDINGS

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

# So long the word that head office was restored stays on the screen, once it is through with that.
_RESTORE_SHOWS_MS = 10 * 60 * 1000
_ERRORS: tuple[tuple[type[OfficeError], Says], ...] = (
    (LookedUpTooOftenError, Says.TOO_OFTEN),
    (BusyError, Says.BUSY),
    (NotEnrolledError, Says.UNKNOWN_TILL),
    (RefusedByOfficeError, Says.REFUSED),
    (AnswerUnreadableError, Says.STRANGER),
)
# Head office waits for its tills, or for a newer version of this one: its books are not to be compared yet.
_NO_AUDIT = frozenset({Says.RECOVERY, Says.UPGRADE})
_OUTCOMES = {Outcome.DONE: Says.OK, Outcome.FENCED: Says.FENCED, Outcome.UPGRADE: Says.UPGRADE}


class Conversation:
    """One till and its head office. Used on one thread; `run` brings work to where the store may be used.

    `fed` is told of which streams head office has sent something. `heard_to` is where the lease feed was read to.
    `is_wanted`: somebody has other work for this thread. `greet` and `push` raise OfficeError where they broke off;
    `status` says so before.
    """

    def __init__(
        self,
        till: OpenTill,
        line: OfficeLine,
        office: Office,
        run: Run,
        tell: Callable[[OfficeStatus], None],
        fed: Callable[[Set[str]], None] = lambda _: None,
        is_wanted: Callable[[], bool] = lambda: False,
    ) -> None:
        self._till, self._run, self._tell = till, run, tell
        recorder = till.use_cases.confirm_clock.recorder
        self._session = Session(till.store, recorder, office, run, software=__version__)
        self._lender = Lender(till, self._session, run, self._broke_off)
        self._look_ups = LookUps(till.clock)
        self._refunds = (
            RefundAsker(till, self._session, line.sales, run, self._broke_off, self._look_ups) if line.sales else None
        )
        self._night = TillNight(till, NightAudit(till.store, office, run, NightBooks(), line.sign, self._now), run)
        self._feeding = Feeding(till, line.feeds, run, fed, self._copying, is_wanted) if line.feeds else None
        own = line.standings
        self._standings = StreamCopies(till.store, own, run, TakeRows(), (STANDINGS,)) if own else None
        self._find_idle = FindIdleLeases(till.store, recorder)
        self._acked, self._epoch, self._idle_day = 0, "", ""
        self._restored_at = 0
        self.heard_to: Listen | None = None
        self._stock_day, self._none_left = "", frozenset[Unit]()
        self.status = OfficeStatus(
            line=Line.TRYING,
            line_since=till.clock.now_ms(),
            till=till.store.state.till,
            address=line.address,
            shop=line.shop,
            is_inside=line.is_inside,
            key=line.key,
        )

    def look(self) -> None:
        """Read what is kept, and show it; nothing is sent."""
        self._show()

    def greet(self) -> Outcome:
        """The whole conversation: HELLO, push, pull; then what only head office's word or a new day asks for."""
        outcome = self._heard(self._session.synchronise)
        if outcome is Outcome.DONE:
            self._believe_its_clock()
            if self._feeding:
                self._heard(self._feeding.pull)
            if self._standings:
                self._heard(self._standings.pull)
            self._stock_what_all_share()
            if self._return_idle():
                self._heard(self._session.push)
        self._show(_OUTCOMES.get(outcome))
        return outcome

    @property
    def has_more(self) -> bool:
        """Whether something long was left for other work, and is to be gone on with."""
        return bool(self._feeding and self._feeding.has_more)

    def look_elsewhere(self, card: str, phone: str) -> bool:
        """Look a member up whom this till does not carry; whether they can be found here now."""
        feeding = self._feeding
        return bool(feeding and self._heard(lambda: self._look_ups.ask(lambda: feeding.find(card=card, phone=phone))))

    def cancel_copy(self) -> None:
        """Fetch no file of members any more; from any thread."""
        if self._feeding:
            self._feeding.cancel()

    def resume_copy(self) -> None:
        """Go on with it; from any thread."""
        if self._feeding:
            self._feeding.resume()

    def close(self) -> None:
        """Let go of what is open."""
        if self._feeding:
            self._feeding.close()

    def audit_if_due(self) -> None:
        """The night's audit, where this till's slot has come since the last one; `greet` came before."""
        if self.status.says in _NO_AUDIT or not self._night.is_due():
            return
        if self._heard(self._night.audit) is not None:
            self._show()

    def audit(self) -> Verdict | None:
        """The audit of the latest night now; None where head office or this till had no time for it."""
        verdict = self._heard(self._night.audit)
        self._show()
        return verdict

    def push(self) -> bool:
        """Send what waits; False where only a greeting helps."""
        is_through = self._heard(self._session.push)
        self._show()
        return is_through

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> Lent:
        """So much more of these units of a wallet, or what there is of it."""
        lent = self._lender.ask(wallet, missing, units)
        self._show({Lending.RECOVERY: Says.RECOVERY, Lending.FENCED: Says.FENCED}.get(lent.outcome))
        return lent

    def fetch_sale(self, receipt_number: str, *, at_risk: bool) -> Fetching:
        """A sale of another till, and the right to refund it here, unless somebody answers for doing without."""
        fetched = self._refunds.fetch(receipt_number, at_risk=at_risk) if self._refunds else Fetching.UNKNOWN
        self._show()
        return fetched

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> bool:
        """A card was read: fill this till's share up; whether anything came."""
        has_come = self._lender.welcome(wallet, elsewhere)
        self._show()
        return has_come

    def return_all_if_wanted(self) -> None:
        """A shift was closed: give back what this till holds, where the shop wants that."""
        if self.status.is_inside:
            return  # there is no other till: every credit stays where it can be spent
        if self._run(self._till.use_cases.change_settings.read).leases.return_at_close:
            lots = self._session.give_everything_back("close")
            _log.info("%d lot(s) given back at the end of the shift", lots)

    def committed(self, events: Sequence[Event]) -> None:
        """The till has written these: they wait now."""
        waiting = max(0, events[-1].seq - self._acked)
        since = self.status.waiting_since or events[0].recorded_at
        self._put(replace(self.status, waiting=waiting, waiting_since=since if waiting else 0))

    def will_try(self, in_ms: int) -> None:
        """The next turn comes by itself so soon."""
        self._put(replace(self.status, next_try_at=self._now() + in_ms))

    def _heard(self, talk: Callable[[], _Result]) -> _Result:
        try:
            said = talk()
        except OfficeError as error:
            self._broke_off(error)
            raise
        self._set_line(Line.ONLINE)
        return said

    def _broke_off(self, error: OfficeError) -> None:
        says = next((says for kind, says in _ERRORS if isinstance(error, kind)), None)
        if "SSL" in str(error):  # something answers there, with another certificate than the one we pinned
            says = Says.STRANGER
        is_there = says is not None and says is not Says.STRANGER
        self._set_line(Line.ONLINE if is_there else Line.OFFLINE)
        reason = str(error) if self.status.is_inside or says in {Says.UNKNOWN_TILL, Says.REFUSED} else ""
        _log.info("head office: %s", type(error).__name__)
        self._show(says, reason)

    def _set_line(self, line: Line) -> None:
        status, now = self.status, self._now()
        since = status.line_since if status.line is line else now
        heard = now if line is Line.ONLINE else status.heard_at
        self.status = replace(status, line=line, line_since=since, heard_at=heard)

    def _believe_its_clock(self) -> None:
        if self.status.is_inside:
            return  # it is this machine's own clock, which proves nothing
        office_ms = self._run(lambda: self._state().heard_at)
        if self._run(lambda: self._till.use_cases.confirm_clock.by_head_office(office_ms)):
            _log.info("head office's time confirms this till's clock")

    def _stock_what_all_share(self) -> None:
        """Limits and quotas for all members lie in the programme's wallet and are lent in batches."""
        if self.status.is_inside:
            return
        programme, today = (
            self._till.use_cases.take_up_programme.rules.programme,
            self._till.clock.local_date(self._now()),
        )
        if today != self._stock_day:
            self._stock_day, self._none_left = today, frozenset()
        shares = {
            unit: batch_of(count)
            for unit, count in left_for_all(programme, {}, today).items()
            if unit not in self._none_left | kept_at_office(programme, today)
        }
        if shares:
            # Asked for in vain it is left alone until tomorrow.
            self._none_left |= self._lender.stock(programme_wallet(programme.id), shares)

    def _return_idle(self) -> bool:
        today = self._till.clock.local_date(self._now())
        if self.status.is_inside or today == self._idle_day:
            return False
        days = self._run(self._till.use_cases.change_settings.read).leases.idle_days
        idle = self._run(lambda: self._find_idle(days))
        self._idle_day = today
        if idle:
            self._session.give_back([(lease.wallet, Take(lease.unit, lease.lot, lease.held)) for lease in idle], "idle")
            _log.info("%d lot(s) given back that nobody used for %d days", len(idle), days)
        return bool(idle)

    def _show(self, says: Says | None = None, reason: str = "") -> None:
        """Read what is kept, and tell it with this word."""
        state, waiting, since, lent, night = self._run(self._read)
        self._acked = state.acked
        self.heard_to = self._listen(state)
        if self._epoch and state.server_epoch != self._epoch:
            self._restored_at = self._now()
        self._epoch = state.server_epoch
        says = says or self.status.says
        if says is Says.OK and state.is_recovering:
            says = Says.RECOVERY
        elif says is Says.OK and self._restored_at and self._now() - self._restored_at < _RESTORE_SHOWS_MS:
            says = Says.NEW_EPOCH
        status = replace(
            self.status,
            says=Says.FENCED if state.fenced else says,
            reason=state.fenced or reason,
            waiting=waiting,
            waiting_since=since,
            heard_at=self.status.heard_at or state.heard_at,
            frozen_at=state.heard_at + state.soft_expiry_ms if state.soft_expiry_ms else 0,
            held={each.unit: each.amount for each in lent},
            lots=sum(each.lots for each in lent),
            night=night,
        )
        self._put(status)

    def _read(self) -> tuple[SyncState, int, int, Sequence[LentUnit], Verdict | None]:
        with self._till.store.unit_of_work() as uow:
            state = read_sync_state(uow.config)
            oldest = uow.outbox.after(state.acked, 1)
            waiting = max(0, uow.journal.head().seq - state.acked)
            # Inside a shop that is everything its members have: too much to be added up after each sale.
            lent = () if self.status.is_inside else uow.ledger.lent()
            night = last_night(uow.config).read()
            if night and night.epoch != self._till.store.state.epoch:
                night = None  # of the chain before this one
            return state, waiting, oldest[0].recorded_at if oldest else 0, lent, night

    def _listen(self, state: SyncState) -> Listen | None:
        if not state.server_epoch:
            return None
        till = self._till.store.state
        return Listen(
            till=till.till, epoch=till.epoch, server_epoch=state.server_epoch, cursor=state.cursor, wait_ms=WAIT_MS
        )

    def _state(self) -> SyncState:
        with self._till.store.unit_of_work() as uow:
            return read_sync_state(uow.config)

    def _copying(self, copying: Copying | None) -> None:
        if copying != self.status.copying:
            self._put(replace(self.status, copying=copying))

    def _put(self, status: OfficeStatus) -> None:
        self.status = status
        self._tell(status)

    def _now(self) -> int:
        return self._till.clock.now_ms()
